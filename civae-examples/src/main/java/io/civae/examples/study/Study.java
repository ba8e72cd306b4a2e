package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The study from images to files. Run again with the same folder, it goes on where it was. */
public final class Study {

  private final StudySettings settings;
  private final BackendProvider backend;
  private final Path folder;
  private final Optional<Path> peerFile;

  /**
   * A study.
   *
   * @param settings what to do
   * @param backend trains
   * @param folder receives the files; it is there
   * @param peerFile another implementation's figures, see docs/study.md
   */
  public Study(
      StudySettings settings, BackendProvider backend, Path folder, Optional<Path> peerFile) {
    this.settings = settings;
    this.backend = backend;
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
    StudyData data = StudyData.of(images, settings.seed());
    List<RunSpec> planned = plan(data);
    StudyProgress progress = new StudyProgress(err, planned);
    Trainer trainer = new Trainer(folder.resolve("runs"), backend, err, progress);
    trainer.requireFitting(planned);
    progress.say("training the judge");
    StudyJudge judge =
        JudgeTraining.train(data, settings.transform(), settings.judgeEpochs(), backend, err);
    progress.say(
        String.format(
            Locale.ROOT,
            "the judge is right on %.2f %% of the test images",
            100 * judge.accuracy()));
    Evaluation evaluation = new Evaluation(data, judge, settings.pairsPerClass(), settings.seed());
    List<RowResult> references =
        List.of(
            RowResult.reference(References.BLENDING, References.blending(evaluation)),
            RowResult.reference(References.REAL, References.real(evaluation)));
    Measurer measurer = new Measurer(trainer, evaluation, progress);
    Map<StudyRow, List<RowResult.Run>> runs = new EnumMap<>(StudyRow.class);
    StudyResult result = new StudyResult(List.of(), references, peer, judge);
    for (RunSpec spec : planned) {
      runs.computeIfAbsent(spec.row(), row -> new ArrayList<>()).add(measurer.measured(spec));
      result = new StudyResult(rows(runs), references, peer, judge);
      write(result, data);
    }
    out.print(new Table1(result).markdown());
    out.flush();
  }

  /** Seed by seed, so that every model has been seen early. */
  private List<RunSpec> plan(StudyData data) {
    List<RunSpec> planned = new ArrayList<>();
    for (int seed = 1; seed <= settings.seeds(); seed++) {
      for (StudyRow row : StudyRow.values()) {
        planned.add(settings.spec(row, seed, data));
      }
    }
    return planned;
  }

  private static List<RowResult> rows(Map<StudyRow, List<RowResult.Run>> runs) {
    List<RowResult> rows = new ArrayList<>();
    runs.forEach((row, measured) -> rows.add(new RowResult(row.label(), measured)));
    return rows;
  }

  private void write(StudyResult result, StudyData data) throws IOException {
    Files.writeString(
        folder.resolve("metrics.json"),
        MetricsFile.of(result, StudyFacts.json(settings, data, backend.name())));
    Table1 table = new Table1(result);
    Files.writeString(folder.resolve("table1.md"), table.markdown());
    Files.writeString(folder.resolve("table1.csv"), table.csv());
  }
}
