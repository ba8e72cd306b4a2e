package io.civae.examples.study.conditional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingTask;

/** The arrays of one step: observations, observations beside their classes, classes, noise. */
final class ConditionalBatch {

  private static final long NOISE = 0x434E_4F49L;

  private final int rows;
  private final int features;
  private final int classes;
  private final int latentDim;
  private final float[] x;
  private final float[] xy;
  private final float[] y;
  private final float[] noise;

  ConditionalBatch(TrainingTask task, int epoch, long step, int[] order, int from, int to) {
    rows = to - from;
    features = task.training().featureCount();
    classes = task.training().classNames().size();
    latentDim = task.config().latentDim();
    x = new float[rows * features];
    xy = new float[rows * (features + classes)];
    y = new float[rows * classes];
    noise = new float[rows * latentDim];
    for (int i = 0; i < rows; i++) {
      int row = order[from + i];
      task.rows().copyRow(row, epoch, x, i * features);
      System.arraycopy(x, i * features, xy, i * (features + classes), features);
      int label = task.training().classIndex(row);
      xy[i * (features + classes) + features + label] = 1;
      y[i * classes + label] = 1;
    }
    SeededRandom.of(task.config().seed(), NOISE, step).fillGaussian(noise);
  }

  int rows() {
    return rows;
  }

  NDArray observations(NDManager scope) {
    return scope.create(x, new Shape(rows, features));
  }

  NDArray observationsWithClasses(NDManager scope) {
    return scope.create(xy, new Shape(rows, (long) features + classes));
  }

  NDArray classes(NDManager scope) {
    return scope.create(y, new Shape(rows, classes));
  }

  NDArray noise(NDManager scope) {
    return scope.create(noise, new Shape(rows, latentDim));
  }
}
