package io.civae.examples.study;

import com.google.gson.JsonObject;
import io.civae.data.LabeledDataset;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The study from images to files. Run again with the same folder, it goes on where it was. */
public final class Study {

  private final StudySettings settings;
  private final BackendProvider provider;
  private final Path folder;
  private final Optional<Path> peerFile;

  /**
   * A study.
   *
   * @param settings what to do
   * @param provider trains; its engine is started when the study begins
   * @param folder receives the files; it is there
   * @param peerFile another implementation's figures, see docs/study.md
   */
  public Study(
      StudySettings settings, BackendProvider provider, Path folder, Optional<Path> peerFile) {
    this.settings = settings;
    this.provider = provider;
    this.folder = folder;
    this.peerFile = peerFile;
  }

  /**
   * Runs it.
   *
   * @param images all labelled, with pixels in [0, 1]
   * @param out receives the results
   * @param err receives the progress
   * @throws IOException if a file cannot be read or written
   */
  public void run(LabeledDataset images, PrintWriter out, PrintWriter err) throws IOException {
    PeerFigures peer = peerFile.isPresent() ? PeerFigures.read(peerFile.get()) : PeerFigures.NONE;
    UsedEngine backend = UsedEngine.of(provider);
    StudyData data = StudyData.of(images, settings.seed());
    StudyPlan plan = StudyPlan.of(settings, data);
    StudyProgress progress = new StudyProgress(err, plan.all());
    Trainer trainer = new Trainer(runs(), backend, err, progress);
    trainer.requireFitting(plan.all());
    JudgeTraining judge = judge(data, backend);
    judge.requireFitting();
    Evaluation evaluation = evaluation(data, judge.obtain(progress, err));
    Measurer measurer = new Measurer(trainer, evaluation, progress);
    JsonObject about = StudyFacts.json(settings, data, backend);
    StudyFiles files = new StudyFiles(folder, about);
    List<RowResult> references =
        List.of(
            RowResult.reference(References.BLENDING, References.blending(evaluation)),
            RowResult.reference(References.REAL, References.real(evaluation)));
    StudyResult result =
        new StudyResult(List.of(), references, List.of(), List.of(), peer, evaluation.judge());
    Map<StudyRow, List<RowResult.Run>> runs = new EnumMap<>(StudyRow.class);
    for (RunSpec spec : plan.models()) {
      runs.computeIfAbsent(spec.row(), row -> new ArrayList<>()).add(measurer.measured(spec));
      result = result.withRows(rows(runs));
      files.write(result);
    }
    for (RunSpec spec : plan.sweep()) {
      result = result.withSwept(new RowResult(Sweep.label(spec), List.of(measurer.measured(spec))));
      files.write(result);
    }
    for (SemiSupervised.Line line : plan.semiSupervised()) {
      result = result.withLine(fewLabels(measurer, line, data));
      files.write(result);
    }
    try (StudyModel vae = trainer.kept(settings.spec(StudyRow.VAE, 1, data));
        StudyModel ciVae = trainer.kept(settings.spec(StudyRow.CI_VAE, 1, data))) {
      new StudyPage(result, about, folder)
          .write(new ModelPair(vae, ciVae, evaluation), settings.quick(), progress);
    }
    files.write(result);
    files.print(result, out);
  }

  /**
   * Compares the kinds of walks on the first CI-VAE, which is trained unless it is kept already,
   * and writes traversals.md and traversals.csv. The rest of the study is left out.
   *
   * @param images all labelled, with pixels in [0, 1]
   * @param out receives the table
   * @param err receives the progress
   * @throws IOException if a file cannot be read or written
   */
  public void compareTraversals(LabeledDataset images, PrintWriter out, PrintWriter err)
      throws IOException {
    UsedEngine backend = UsedEngine.of(provider);
    StudyData data = StudyData.of(images, settings.seed());
    RunSpec spec = settings.spec(StudyRow.CI_VAE, 1, data);
    StudyProgress progress = new StudyProgress(err, List.of(spec));
    Trainer trainer = new Trainer(runs(), backend, err, progress);
    try (StudyModel model = trainer.obtain(spec)) {
      Evaluation evaluation = evaluation(data, judge(data, backend).obtain(progress, err));
      TraversalTable table = new TraversalTable(model.only(), evaluation, progress).measured();
      Files.writeString(folder.resolve("traversals.md"), table.markdown());
      Files.writeString(folder.resolve("traversals.csv"), table.csv());
      out.print(table.markdown());
      out.flush();
    }
  }

  private JudgeTraining judge(StudyData data, BackendProvider backend) {
    return new JudgeTraining(data, settings.judgeEpochs(), backend, runs());
  }

  private Evaluation evaluation(StudyData data, StudyJudge judge) {
    return new Evaluation(data, judge, settings.pairsPerClass(), settings.seed());
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private static List<RowResult> rows(Map<StudyRow, List<RowResult.Run>> runs) {
    List<RowResult> rows = new ArrayList<>();
    runs.forEach((row, measured) -> rows.add(new RowResult(row.label(), measured)));
    return rows;
  }

  private static RowResult fewLabels(Measurer measurer, SemiSupervised.Line line, StudyData data)
      throws IOException {
    List<RowResult.Run> runs = new ArrayList<>();
    for (RunSpec spec : line.runs()) {
      runs.add(
          measurer.measured(
              spec, "few-labels.json", model -> SemiSupervised.measure(model.only(), line, data)));
    }
    return new RowResult(line.label(), runs);
  }
}
