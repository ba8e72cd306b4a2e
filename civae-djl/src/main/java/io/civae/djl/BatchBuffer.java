package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.ClassWeighting;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.TrainingRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reused memory for a batch's features and targets on their way to the engine. */
final class BatchBuffer {

  /** Fewer values are copied before other threads have woken up. */
  private static final int PARALLEL_VALUES = 1 << 14;

  private final LabeledDataset data;
  private final TrainingRows rows;
  private final ClassWeights weights;
  private final int columns;
  private final int classCount;
  private final NativeFloats features = new NativeFloats();
  private final @Nullable FeatureMatrix counts;
  private final NativeFloats countValues = new NativeFloats();
  private final NativeFloats targets = new NativeFloats();
  private int[] classes = new int[0];

  /**
   * {@code rows} are those of the data as each epoch sees them; without counts, all classes alike.
   */
  BatchBuffer(LabeledDataset data, TrainingRows rows) {
    this(data, rows, null, ClassWeights.of(ClassWeighting.none(), data));
  }

  /** {@code counts} are what the decoder is to explain, null when that is the rows themselves. */
  BatchBuffer(
      LabeledDataset data,
      TrainingRows rows,
      @Nullable FeatureMatrix counts,
      ClassWeights weights) {
    this.weights = weights;
    this.data = data;
    this.rows = rows;
    this.counts = counts;
    columns = data.featureCount();
    classCount = data.classNames().size();
  }

  /** Copies the rows {@code order[from … to − 1]}; the arrays made before stay as they are. */
  void fill(int[] order, int from, int to, int epoch) {
    int size = to - from;
    copyRows(order, from, size, epoch);
    copyCounts(order, from, size);
    float[] y = targets.values(size * classCount);
    Arrays.fill(y, 0, size * classCount, 0f);
    classes = new int[size];
    for (int i = 0; i < size; i++) {
      int row = order[from + i];
      classes[i] = data.classIndex(row);
      if (classes[i] != LabeledDataset.UNLABELED) {
        y[i * classCount + classes[i]] = (float) weights.of(classes[i]);
      }
    }
  }

  /** On all cores where there is much to copy: a transformed row takes far more than its copy. */
  private void copyRows(int[] order, int from, int size, int epoch) {
    float[] x = features.values(size * columns);
    IntStream indices = IntStream.range(0, size);
    RuntimeException[] failures =
        (size * columns < PARALLEL_VALUES ? indices : indices.parallel())
            .mapToObj(i -> failureOf(() -> rows.copyRow(order[from + i], epoch, x, i * columns)))
            .flatMap(Optional::stream)
            .toArray(RuntimeException[]::new);
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  private void copyCounts(int[] order, int from, int size) {
    if (counts != null) {
      float[] x = countValues.values(size * columns);
      for (int i = 0; i < size; i++) {
        counts.copyRow(order[from + i], x, i * columns);
      }
    }
  }

  /** A parallel stream would throw a copy, of whichever row failed first in time. */
  private static Optional<RuntimeException> failureOf(Runnable copy) {
    try {
      copy.run();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  int rows() {
    return classes.length;
  }

  /** The class of each row; a new array for each batch. */
  int[] classes() {
    return classes;
  }

  /** The features, row after row; valid until the next batch. */
  float[] featureValues() {
    return features.values(rows() * columns);
  }

  /** What the decoder is to explain, likewise. */
  float[] observedValues() {
    return counts == null ? featureValues() : countValues.values(rows() * columns);
  }

  /** The targets, likewise. */
  float[] targetValues() {
    return targets.values(rows() * classCount);
  }

  NDArray features(NDManager scope) {
    return features.toArray(scope, new Shape(rows(), columns));
  }

  /** What the decoder is to explain. */
  NDArray observed(NDManager scope, NDArray features) {
    return counts == null ? features : countValues.toArray(scope, new Shape(rows(), columns));
  }

  /** See {@link CiVaeLoss#targets}; null without classes. */
  @Nullable NDArray targets(NDManager scope) {
    return classCount == 0 ? null : targets.toArray(scope, new Shape(rows(), classCount));
  }
}
