package io.civae.testkit;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a labelled dataset. Every method returns this. */
public final class LabeledDatasetAssert
    extends AbstractAssert<LabeledDatasetAssert, LabeledDataset> {

  LabeledDatasetAssert(@Nullable LabeledDataset actual) {
    super(actual, LabeledDatasetAssert.class);
  }

  /**
   * Verifies the number of observations.
   *
   * @param expected how many
   * @return this
   */
  public LabeledDatasetAssert hasSize(int expected) {
    isNotNull();
    if (actual.size() != expected) {
      failWithMessage(
          "Expected the dataset to have <%s> observations, but it has <%s>",
          expected, actual.size());
    }
    return this;
  }

  /**
   * Verifies the number of features.
   *
   * @param expected how many
   * @return this
   */
  public LabeledDatasetAssert hasFeatureCount(int expected) {
    isNotNull();
    if (actual.featureCount() != expected) {
      failWithMessage(
          "Expected the dataset to have <%s> features, but it has <%s>",
          expected, actual.featureCount());
    }
    return this;
  }

  /**
   * Verifies the classes and their order.
   *
   * @param expected class names
   * @return this
   */
  public LabeledDatasetAssert hasClasses(String... expected) {
    isNotNull();
    if (!actual.classNames().equals(List.of(expected))) {
      failWithMessage(
          "Expected the dataset to have classes <%s>, but it has <%s>",
          List.of(expected), actual.classNames());
    }
    return this;
  }

  /**
   * Verifies how many observations have one class.
   *
   * @param className the class
   * @param expected how many
   * @return this
   */
  public LabeledDatasetAssert hasClassCount(String className, int expected) {
    isNotNull();
    if (!actual.classNames().contains(className)) {
      failWithMessage(
          "Expected the dataset to have class <%s>, but its classes are <%s>",
          className, actual.classNames());
    }
    int found = actual.indicesOf(className).length;
    if (found != expected) {
      failWithMessage(
          "Expected class <%s> to have <%s> observations, but it has <%s>",
          className, expected, found);
    }
    return this;
  }

  /**
   * Verifies that every value lies in a range.
   *
   * @param minimum smallest allowed
   * @param maximum largest allowed
   * @return this
   */
  public LabeledDatasetAssert hasValuesBetween(double minimum, double maximum) {
    isNotNull();
    for (int i = 0; i < actual.size(); i++) {
      float[] x = actual.observation(i);
      for (int j = 0; j < x.length; j++) {
        if (!(x[j] >= minimum && x[j] <= maximum)) {
          failWithMessage(
              "Expected values from <%s> to <%s>, but feature <%s> of observation <%s> is <%s>",
              minimum, maximum, actual.featureNames().get(j), i, x[j]);
        }
      }
    }
    return this;
  }

  /**
   * Verifies that the first observations are those of another dataset, values bit for bit and
   * labels included.
   *
   * @param expected the other dataset
   * @return this
   */
  public LabeledDatasetAssert startsWithRowsOf(LabeledDataset expected) {
    isNotNull();
    if (actual.size() < expected.size()) {
      failWithMessage(
          "Expected the dataset to start with <%s> given observations, but it has only <%s>",
          expected.size(), actual.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!Objects.equals(actual.label(i), expected.label(i))) {
        failWithMessage(
            "Expected observation <%s> to have label <%s>, but it has <%s>",
            i, expected.label(i), actual.label(i));
      }
      if (!Arrays.equals(actual.observation(i), expected.observation(i))) {
        failWithMessage(
            "Expected observation <%s> to be <%s>, but it is <%s>",
            i, Arrays.toString(expected.observation(i)), Arrays.toString(actual.observation(i)));
      }
    }
    return this;
  }
}
