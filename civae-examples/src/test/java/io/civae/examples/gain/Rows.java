package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Labelled rows, gathered one after another. */
final class Rows {

  private final List<float[]> values = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  void add(float[] row, String label) {
    values.add(row);
    labels.add(label);
  }

  void addAll(LabeledDataset data) {
    for (int i = 0; i < data.size(); i++) {
      add(data.observation(i), Objects.requireNonNull(data.label(i)));
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** With the classes and features of another dataset. */
  LabeledDataset like(LabeledDataset other) {
    return LabeledDataset.of(values.toArray(float[][]::new), labels.toArray(String[]::new))
        .withClassNames(other.classNames())
        .withFeatureNames(other.featureNames());
  }

  static LabeledDataset joined(LabeledDataset first, LabeledDataset second) {
    Rows rows = new Rows();
    rows.addAll(first);
    rows.addAll(second);
    return rows.like(first);
  }

  static String[] labels(LabeledDataset data) {
    return IntStream.range(0, data.size())
        .mapToObj(i -> Objects.requireNonNull(data.label(i)))
        .toArray(String[]::new);
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
