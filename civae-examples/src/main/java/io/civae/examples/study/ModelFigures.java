package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.examples.figure.LossCurves;
import io.civae.examples.figure.NamedHistory;
import io.civae.examples.figure.ParetoPlot;
import io.civae.examples.figure.ParetoPoint;
import io.civae.examples.figure.ReconstructionGrid;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** Figures 3 and 5 and the plot of a sweep. */
final class ModelFigures {

  private ModelFigures() {}

  static Picture losses(ModelPair pair) {
    List<NamedHistory> histories = new ArrayList<>();
    for (StudyModel model : pair.models()) {
      histories.add(new NamedHistory(model.spec().row().label(), model.history()));
    }
    return LossCurves.draw(
        "Terms of the loss over the epochs",
        List.of(
            "training: with sampling and dropout, mean over the epoch; validation: after the epoch",
            "every term in nats; J weighs them by 1, α and β, the rows below do not; one scale a row"),
        histories);
  }

  /** The first test image of each class. */
  static Picture reconstructions(ModelPair pair) {
    LabeledDataset test = pair.evaluation().data().test();
    ReconstructionGrid grid =
        new ReconstructionGrid(
            "Reconstructions of test images",
            List.of("the first test image of each class, from its posterior mean"),
            pair.names());
    for (String name : test.classNames()) {
      float[] image = test.observation(test.indicesOf(name)[0]);
      List<float[]> made = new ArrayList<>();
      for (StudyModel model : pair.models()) {
        made.add(model.only().reconstruct(new float[][] {image})[0]);
      }
      grid.addRow(name, image, made);
    }
    return grid.picture();
  }

  static Picture sweep(List<RowResult> rows) {
    List<ParetoPoint> points = new ArrayList<>();
    for (RowResult row : rows) {
      String[] weights = row.label().split(Sweep.SEPARATOR, 2);
      points.add(
          new ParetoPoint(
              weights[0],
              weights[1],
              estimate(row, Metric.SSE),
              100 * estimate(row, Metric.HELD_OUT),
              100 * estimate(row, Metric.IN_CLASS)));
    }
    return ParetoPlot.draw(
        "What the weights trade",
        List.of("one training each, under the first seed"),
        Metric.SSE.label(),
        Metric.HELD_OUT.label(),
        Metric.IN_CLASS.label(),
        points);
  }

  private static double estimate(RowResult row, Metric metric) {
    return row.mean(metric).map(ConfidenceInterval::estimate).orElseThrow();
  }
}
