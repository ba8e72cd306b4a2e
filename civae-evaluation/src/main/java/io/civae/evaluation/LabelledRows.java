package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows of values with class numbers, of the labelled part of a dataset. */
final class LabelledRows {

  private final float[][] rows;
  private final int[] classes;

  private LabelledRows(float[][] rows, int[] classes) {
    this.rows = rows;
    this.classes = classes;
  }

  /** Posterior means with the model's class numbers. */
  static LabelledRows latents(CiVaeModel model, LabeledDataset data, String name) {
    return of(data, model.classNames(), name, features -> model.encoder().encode(features).mean());
  }

  /** The observations themselves. */
  static LabelledRows features(LabeledDataset data, List<String> classNames, String name) {
    return of(data, classNames, name, FeatureMatrix::toArray);
  }

  private static LabelledRows of(
      LabeledDataset data,
      List<String> classNames,
      String name,
      Function<FeatureMatrix, float[][]> values) {
    LabeledDataset numbered = data.withClassNames(classNames);
    int[] labelled =
        IntStream.range(0, numbered.size())
            .filter(i -> numbered.classIndex(i) != LabeledDataset.UNLABELED)
            .toArray();
    int[] classes = IntStream.of(labelled).map(numbered::classIndex).toArray();
    long distinct = IntStream.of(classes).distinct().count();
    if (distinct < 2) {
      throw new IllegalArgumentException(
          name + " has " + distinct + " classes with members; separability needs two");
    }
    return new LabelledRows(values.apply(numbered.features().select(labelled)), classes);
  }

  static void checkSameFeatures(
      String name, LabeledDataset data, String otherName, LabeledDataset other) {
    if (data.featureCount() != other.featureCount()) {
      throw new IllegalArgumentException(
          name
              + " has "
              + data.featureCount()
              + " features, "
              + otherName
              + " has "
              + other.featureCount());
    }
  }

  float[][] rows() {
    return rows;
  }

  int[] classes() {
    return classes;
  }
}
