package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import io.civae.examples.embedding.Embedding;
import io.civae.examples.figure.LabelledPoints;
import io.civae.examples.figure.OverlayScatter;
import io.civae.examples.figure.ScatterGrid;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Figures 4 and 7: test images laid out in few dimensions, a stratified sample of them. */
final class LatentMaps {

  /** More of each class would neither fit a plot nor a minute. */
  static final int PER_CLASS = 250;

  private static final int QUICK_PER_CLASS = 40;

  private final ModelPair pair;
  private final LabeledDataset sample;
  private final List<String> labels = new ArrayList<>();
  private final StudyProgress progress;

  LatentMaps(ModelPair pair, boolean quick, StudyProgress progress) {
    this.pair = pair;
    this.progress = progress;
    sample =
        StudyData.stratified(
            pair.evaluation().data().test(),
            quick ? QUICK_PER_CLASS : PER_CLASS,
            pair.evaluation().seed());
    for (int i = 0; i < sample.size(); i++) {
      labels.add(sample.classNames().get(sample.classIndex(i)));
    }
  }

  /** How many test images are shown. */
  int size() {
    return sample.size();
  }

  Picture latents() {
    ScatterGrid grid =
        new ScatterGrid(
            "Latents of test images",
            List.of(
                "posterior means of "
                    + sample.size()
                    + " test images, as many of each class, drawn at random"),
            pair.names(),
            sample.classNames());
    List<LabelledPoints> tsne = new ArrayList<>();
    List<LabelledPoints> flat = new ArrayList<>();
    List<LabelledPoints> deep = new ArrayList<>();
    long seed = pair.evaluation().seed();
    for (StudyModel model : pair.models()) {
      progress.say("laying out the latents of " + model.spec().name());
      float[][] means = model.only().encoder().encode(sample.features()).mean();
      tsne.add(LabelledPoints.of(Embedding.tsne(means, seed), labels));
      flat.add(LabelledPoints.of(Embedding.umap(means, 2, seed), labels));
      deep.add(LabelledPoints.of(Embedding.umap(means, 3, seed), labels));
    }
    grid.addRow("t-SNE 2-D", tsne);
    grid.addRow("UMAP 2-D", flat);
    grid.addRow("UMAP 3-D", deep);
    return grid.picture();
  }

  /** Synthetic images among the real ones, as many as these have of a class. */
  Picture synthetic(String className, SyntheticShare made) {
    progress.say("laying out synthetic images among real ones");
    int shown = Math.min(SyntheticShare.COUNT, sample.indicesOf(className).length);
    List<float[]> points = new ArrayList<>(List.of(sample.features().toArray()));
    points.addAll(Arrays.asList(made.images().features().toArray()).subList(0, shown));
    float[][] layout = Embedding.tsne(points.toArray(new float[0][]), pair.evaluation().seed());
    return OverlayScatter.draw(
        "Synthetic " + className + "s among test images",
        List.of(
            "t-SNE of the pixels of " + sample.size() + " test images and " + shown + " synthetic",
            String.format(
                Locale.ROOT,
                "the judge calls %.1f %% of %d synthetic images %s",
                100 * made.share(),
                SyntheticShare.COUNT,
                className)),
        sample.classNames(),
        LabelledPoints.of(Arrays.copyOf(layout, sample.size()), labels),
        LabelledPoints.of(
            Arrays.copyOfRange(layout, sample.size(), layout.length),
            Collections.nCopies(shown, "synthetic " + className)));
  }
}
