package io.civae.examples.singlecell.study;

import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;

/** The straight line from the mean latent of some cells, at 0, to that of others, at 1. */
final class LatentAxis {

  private final CiVaeModel model;
  private final double[] start;
  private final double[] direction;

  private LatentAxis(CiVaeModel model, double[] start, double[] direction) {
    this.model = model;
    this.start = start;
    this.direction = direction;
  }

  static LatentAxis between(CiVaeModel model, FeatureMatrix from, FeatureMatrix to) {
    double[] start = mean(model.encoder().encode(from).mean());
    double[] direction = mean(model.encoder().encode(to).mean());
    for (int j = 0; j < direction.length; j++) {
      direction[j] -= start[j];
    }
    return new LatentAxis(model, start, direction);
  }

  private static double[] mean(float[][] rows) {
    double[] mean = new double[rows[0].length];
    for (float[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / (double) rows.length;
      }
    }
    return mean;
  }

  /** Where cells lie when their latents are projected onto the line. */
  double[] positions(FeatureMatrix cells) {
    float[][] latents = model.encoder().encode(cells).mean();
    double[] positions = new double[latents.length];
    double length = 0;
    for (double part : direction) {
      length += part * part;
    }
    for (int i = 0; i < positions.length; i++) {
      for (int j = 0; j < direction.length; j++) {
        positions[i] += (latents[i][j] - start[j]) * direction[j] / length;
      }
    }
    return positions;
  }
}
