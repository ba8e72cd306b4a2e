package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.preprocess.Preprocessing;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The study from annotated counts to files. */
public final class CellStudy implements AutoCloseable {

  private final CellQuestion question;
  private final CellStudySettings settings;
  private final BackendProvider backend;
  private final CellPreparation preparation;
  private final PrintWriter err;
  private final List<TrainedModel> trained = new ArrayList<>();

  /**
   * A study; checks everything that can be checked without a training.
   *
   * @param annotated counts with the columns asked for; stays the caller's to close
   * @param question what is asked
   * @param settings how
   * @param backend trains
   * @param err receives the progress
   * @throws IllegalArgumentException if a column, state, type or gene does not exist or a walk has
   *     too few cells
   */
  public CellStudy(
      CellSource annotated,
      CellQuestion question,
      CellStudySettings settings,
      BackendProvider backend,
      PrintWriter err) {
    this.question = question;
    this.settings = settings;
    this.backend = backend;
    this.err = err;
    preparation = new CellPreparation(annotated, question, settings);
  }

  /**
   * Runs it.
   *
   * @param folder receives the files; it is there
   * @param out receives the results
   * @throws IOException if a file cannot be read or written
   */
  public void run(Path folder, PrintWriter out) throws IOException {
    WalkPlan plan = preparation.plan();
    CellTrainer trainer = new CellTrainer(backend, err, 3 * settings.seeds());
    CellRoles roles = preparation.roles();
    trainer.say(
        roles.cells().size()
            + " cells of "
            + roles.types().size()
            + " types take part; library sizes from "
            + preparation
                .librarySizes()
                .map(column -> "column " + column)
                .orElse("the sums over all genes"));
    plan.walks().forEach((name, pair) -> trainer.say("walk " + name + ": " + pair.className()));
    StudyCells cells = preparation.prepare();
    int[] training = cells.parts().training();
    int[] validation = cells.parts().validation();
    Separability separability = new Separability(roles.types().size(), cells.parts().test().length);
    LabeledDataset types = cells.types(training);
    LabeledDataset typesToValidate = cells.types(validation);
    List<TrainedModel> ciVaes =
        models(Separability.CI_VAE, trainer, settings.compared().get(), types, typesToValidate);
    separability.add(row(Separability.CI_VAE, ciVaes, cells));
    List<TrainedModel> vaes =
        models(
            Separability.VAE, trainer, settings.compared().get().beta(0), types, typesToValidate);
    separability.add(row(Separability.VAE, vaes, cells));
    List<TrainedModel> walking =
        models(
            Separability.WALKING,
            trainer,
            walking(training.length),
            cells.classes(training),
            cells.classes(validation));
    separability.add(row(Separability.WALKING, walking, cells));
    trainer.say("measuring what principal components tell of the types");
    separability.add(
        new SeparabilityRow(
            Separability.COMPONENTS, List.of(ComponentBaseline.of(cells, settings.seed()))));
    write(
        folder,
        out,
        trainer,
        cells,
        separability,
        walking,
        List.of(ciVaes.get(0).model(), vaes.get(0).model()));
  }

  private List<TrainedModel> models(
      String name,
      CellTrainer trainer,
      CiVaeBuilder builder,
      LabeledDataset training,
      LabeledDataset validation)
      throws IOException {
    List<TrainedModel> models = new ArrayList<>();
    for (int seed = 1; seed <= settings.seeds(); seed++) {
      TrainedModel model =
          trainer.train(name + ", seed " + seed, builder.seed(seed), training, validation);
      trained.add(model);
      models.add(model);
    }
    return models;
  }

  private CiVaeBuilder walking(int trainingCells) {
    CiVaeBuilder builder = settings.walking().get();
    return builder.config().epochs() == CiVaeConfig.AUTOMATIC
        ? builder.epochs(CellRecipe.walkingEpochs(trainingCells))
        : builder;
  }

  private SeparabilityRow row(String label, List<TrainedModel> models, StudyCells cells) {
    LabeledDataset training = cells.types(cells.parts().training());
    LabeledDataset test = cells.types(cells.parts().test());
    return new SeparabilityRow(
        label,
        models.stream()
            .map(
                model ->
                    SeparabilityRun.of(
                        model.seed(),
                        model.epochs(),
                        model.seconds(),
                        latents(model.model(), training),
                        latents(model.model(), test)))
            .toList());
  }

  private static LabeledDataset latents(CiVaeModel model, LabeledDataset cells) {
    return cells.withFeatures(FeatureMatrix.of(model.encoder().encode(cells.features()).mean()));
  }

  private void write(
      Path folder,
      PrintWriter out,
      CellTrainer trainer,
      StudyCells cells,
      Separability separability,
      List<TrainedModel> walking,
      List<CiVaeModel> compared)
      throws IOException {
    List<CiVaeModel> models = walking.stream().map(TrainedModel::model).toList();
    CellPage page = new CellPage(folder, question);
    page.separability(separability);
    Map<String, CellWalk> walks = new LinkedHashMap<>();
    for (Map.Entry<String, WalkPair> planned : cells.plan().walks().entrySet()) {
      trainer.say("walking: " + planned.getValue().className());
      CellWalk walk =
          CellWalk.of(models, cells, planned.getValue(), preparation.named(cells), settings.seed());
      Path place = Files.createDirectories(folder.resolve(planned.getKey()));
      WalkFiles.writeGenes(place.resolve("genes.csv"), walk.changes());
      WalkFiles.writeSteps(place.resolve("steps.csv"), cells.genes(), walk.trends());
      page.walk(planned.getKey(), walk);
      walks.put(planned.getKey(), walk);
    }
    trainer.say("laying out the latents of test cells");
    page.maps(
        new CellMaps(
            cells, List.of(Separability.CI_VAE, Separability.VAE), compared, settings.seed()));
    JsonObject about =
        CellFacts.json(question, settings, cells, models.get(0), preparation.librarySizes());
    page.settings(about);
    Preprocessing record = cells.prepared().preprocessing();
    record.saveWith(models.get(0), folder.resolve("model.civae"));
    Files.writeString(folder.resolve("preprocessing.json"), record.toJson());
    ConfusionFile.write(folder.resolve("confusion.csv"), separability);
    Files.writeString(
        folder.resolve("metrics.json"), CellFacts.metrics(about, separability, walks));
    CellSummary.print(out, folder, separability, walks, question);
  }

  @Override
  public void close() {
    trained.forEach(TrainedModel::close);
  }
}
