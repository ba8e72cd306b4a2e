package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reused memory for a batch's features and targets on their way to the engine. */
final class BatchBuffer {

  private final LabeledDataset data;
  private final FeatureMatrix matrix;
  private final int classCount;
  private final NativeFloats features = new NativeFloats();
  private final NativeFloats targets = new NativeFloats();
  private int[] classes = new int[0];

  BatchBuffer(LabeledDataset data) {
    this.data = data;
    matrix = data.features();
    classCount = data.classNames().size();
  }

  /** Copies the rows {@code order[from … to − 1]}; the arrays made before stay as they are. */
  void fill(int[] order, int from, int to) {
    int rows = to - from;
    int columns = matrix.columns();
    float[] x = features.values(rows * columns);
    float[] y = targets.values(rows * classCount);
    Arrays.fill(y, 0, rows * classCount, 0f);
    classes = new int[rows];
    for (int i = 0; i < rows; i++) {
      int row = order[from + i];
      matrix.copyRow(row, x, i * columns);
      classes[i] = data.classIndex(row);
      if (classes[i] != LabeledDataset.UNLABELED) {
        y[i * classCount + classes[i]] = 1;
      }
    }
  }

  int rows() {
    return classes.length;
  }

  /** The class of each row; a new array for each batch. */
  int[] classes() {
    return classes;
  }

  NDArray features(NDManager scope) {
    return features.toArray(scope, new Shape(rows(), matrix.columns()));
  }

  /** See {@link CiVaeLoss#targets}; null without classes. */
  @Nullable NDArray targets(NDManager scope) {
    return classCount == 0 ? null : targets.toArray(scope, new Shape(rows(), classCount));
  }
}
