package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Labelled rows, gathered one after another. */
final class Rows {

  private final List<float[]> values = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  void add(float[] row, String label) {
    values.add(row);
    labels.add(label);
  }

  /** With the classes and features of another dataset. */
  LabeledDataset like(LabeledDataset other) {
    return LabeledDataset.of(values.toArray(float[][]::new), labels.toArray(String[]::new))
        .withClassNames(other.classNames())
        .withFeatureNames(other.featureNames());
  }

  /** The size of the largest class. */
  static int largest(LabeledDataset data) {
    return data.classNames().stream()
        .mapToInt(name -> data.indicesOf(name).length)
        .max()
        .orElseThrow();
  }

  /** The rows from one on. */
  static LabeledDataset from(LabeledDataset data, int first) {
    return data.select(IntStream.range(first, data.size()).toArray());
  }

  static float[][] members(LabeledDataset data, String className) {
    return Arrays.stream(data.indicesOf(className))
        .mapToObj(data::observation)
        .toArray(float[][]::new);
  }
}
