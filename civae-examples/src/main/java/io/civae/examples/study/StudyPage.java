package io.civae.examples.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.evaluation.ClassPair;
import io.civae.examples.picture.AnimatedGif;
import io.civae.examples.picture.Picture;
import io.civae.examples.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code report.html} and the figures beside it, made from finished trainings. */
final class StudyPage {

  private static final String SYNTHETIC_CLASS = "3";

  private final StudyResult result;
  private final JsonObject about;
  private final Path folder;
  private final ReportPage page = ReportPage.titled("CI-VAE on MNIST: the paper's study");

  StudyPage(StudyResult result, JsonObject about, Path folder) {
    this.result = result;
    this.about = about;
    this.folder = folder;
  }

  /** Draws everything and writes it. */
  void write(ModelPair pair, boolean quick, StudyProgress progress) throws IOException {
    Files.createDirectories(folder.resolve("figures"));
    tables();
    models(pair);
    walks(pair);
    maps(pair, quick, progress);
    further();
    about.addProperty("seconds.training", rounded(progress.trainingSeconds()));
    about.addProperty("seconds.command", rounded(progress.commandSeconds()));
    page.section("Settings, versions and time")
        .prose(
            "seconds.training is the time of all trainings of the study but the judge's, each counted"
                + " once, those of earlier commands included; seconds.command is that of the command"
                + " which wrote this page, with measuring and drawing.")
        .settings(settings());
    page.writeTo(folder.resolve("report.html"));
  }

  private void tables() {
    page.section("Results")
        .prose(
            "Every model was trained under each seed on the same images and measured on the same"
                + " test images and walks by the same judge: a classifier trained on real training"
                + " images only, which is right on "
                + percent(result.judge().accuracy())
                + " of the test images.")
        .prose(
            "Figures are means over seeds with Student's 95 % interval; bold is the better of the"
                + " trained models. The paper's \"MAE\" is 200 times the squared error per pixel,"
                + " and its separability is resubstitution: fitted and scored on the same test"
                + " latents.")
        .table(PageTables.models(result));
  }

  private void models(ModelPair pair) throws IOException {
    page.section("Training and reconstruction");
    figure(
        "figure3",
        ModelFigures.losses(pair),
        "Figure 3. Terms of the loss per epoch, first seed.",
        "Curves of each term of the loss for training and validation, VAE left, CI-VAE right.");
    figure(
        "figure5",
        ModelFigures.reconstructions(pair),
        "Figure 5. A test image of each class, its reconstruction and the signed difference.",
        "Digits, their reconstructions by both models, and the differences.");
  }

  private void walks(ModelPair pair) throws IOException {
    WalkFigures figures = new WalkFigures(pair);
    WorstWalk worst = WorstWalk.of(pair.vae(), pair.evaluation());
    page.section("Walks within a class");
    figure(
        "figure6",
        figures.grid(worst),
        "Figure 6. Walks between the same images under both models. The last pair is the one where"
            + " the VAE fails worst, chosen by the judge among all pairs.",
        "Rows of decoded digits between two real ones, VAE above CI-VAE.");
    page.walks(
        figures.slider(
            worst.pair(),
            "Where the VAE fails worst: between two images of class " + worst.pair().className()));
    for (String name : pair.evaluation().data().test().classNames()) {
      ClassPair ends = pair.firstPair(name);
      page.walks(figures.slider(ends, "Between two images of class " + name));
      AnimatedGif animation = figures.animation(name);
      animation.writeGif(folder.resolve("figures").resolve("walk-" + name + ".gif"));
    }
  }

  private void maps(ModelPair pair, boolean quick, StudyProgress progress) throws IOException {
    LatentMaps maps = new LatentMaps(pair, quick, progress);
    page.section("Maps")
        .prose(
            "Of the test images a sample is shown, "
                + maps.size()
                + " with as many of each class; distances between far groups mean nothing in such"
                + " maps.");
    figure(
        "figure4",
        maps.latents(),
        "Figure 4. Latents of test images, VAE left, CI-VAE right.",
        "Scatter plots of latents coloured by class, by t-SNE and UMAP.");
    List<String> names = pair.evaluation().data().test().classNames();
    String chosen = names.contains(SYNTHETIC_CLASS) ? SYNTHETIC_CLASS : names.get(0);
    SyntheticShare vae = SyntheticShare.of(pair.vae(), chosen, pair.evaluation());
    SyntheticShare ciVae = SyntheticShare.of(pair.ciVae(), chosen, pair.evaluation());
    figure(
        "figure7",
        maps.synthetic(chosen, ciVae),
        "Figure 7. Synthetic images of class "
            + chosen
            + " by the CI-VAE among test images, t-SNE of the pixels. The judge calls "
            + percent(ciVae.share())
            + " of them "
            + chosen
            + "; of the VAE's "
            + percent(vae.share())
            + ".",
        "Scatter plot of test images by class with the synthetic ones on top.");
    about.addProperty("synthetic.class", chosen);
    about.addProperty("synthetic.count", SyntheticShare.COUNT);
    about.addProperty("synthetic.inClass.CI-VAE", ciVae.share());
    about.addProperty("synthetic.inClass.VAE", vae.share());
  }

  private void further() throws IOException {
    if (!result.sweep().isEmpty()) {
      page.section("Weights");
      figure(
          "sweep",
          ModelFigures.sweep(result.sweep()),
          "Error against held-out separability for a grid of weights; the larger, the more walk"
              + " points are in class.",
          "Scatter plot of pairs of weights, labelled.");
      page.table(PageTables.sweep(result));
    }
    if (!result.semiSupervised().isEmpty()) {
      page.section("Few labels")
          .prose(
              "Training with a share of the labels and all images, against the labelled images"
                  + " alone, repeated so that both take the same steps.")
          .table(
              PageTables.rows(
                  "Accuracy on test images",
                  "trained on",
                  result.semiSupervised(),
                  SemiSupervised.METRICS,
                  Optional.empty()));
    }
  }

  private void figure(String name, Picture picture, String caption, String alternative)
      throws IOException {
    picture.writePng(folder.resolve("figures").resolve(name + ".png"));
    page.figure(picture, caption, alternative);
  }

  private Map<String, String> settings() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : about.entrySet()) {
      JsonElement value = entry.getValue();
      entries.put(entry.getKey(), value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }
    entries.put("judge", result.judge().description());
    entries.put("seconds of training, judge", seconds(result.judge().seconds()));
    for (List<RowResult> rows : List.of(result.rows(), result.sweep(), result.semiSupervised())) {
      for (RowResult row : rows) {
        entries.put(
            "seconds of training, " + row.label(),
            String.join(", ", row.runs().stream().map(run -> seconds(run.seconds())).toList()));
      }
    }
    return entries;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f", seconds);
  }

  private static double rounded(double seconds) {
    return Math.round(10 * seconds) / 10.0;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
