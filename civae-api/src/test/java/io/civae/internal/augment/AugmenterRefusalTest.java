package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import org.junit.jupiter.api.Test;

class AugmenterRefusalTest extends AugmenterFixture {

  private static void assertRejected(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void refusesToWalkInAClassOfLessThanTwo() {
    assertRejected(
        () -> augmenter.generate("single", 5),
        "class \"single\" has 1 member in the source; a walk needs two");
    assertRejected(
        () -> augmenter.generate("none", 5),
        "class \"none\" has 0 members in the source; a walk needs two");
  }

  @Test
  void refusesUnknownClassesAndCountsBelowOne() {
    assertRejected(
        () -> augmenter.generate("zebra", 5),
        "class \"zebra\" is not among the classes " + CLASSES);
    assertRejected(() -> augmenter.generate("pair", 0), "count (0) must be at least 1");
    assertRejected(() -> augmenter.generate("pair", -7), "count (-7) must be at least 1");
  }

  @Test
  void refusesToBalanceWithoutLabels() {
    assertRejected(
        () -> model.augmenter(LabeledDataset.unlabeled(source.features())).balance(),
        "source has no labelled observation to balance");
  }

  @Test
  void refusesASourceWithOtherClassesOrFeatures() {
    assertRejected(
        () -> model.augmenter(labelled(new float[][] {{1, 2}}, "zebra")),
        "source has class \"zebra\", which is not among the model's classes " + CLASSES);
    assertRejected(
        () -> model.augmenter(labelled(new float[][] {{1, 2, 3}}, "pair")),
        "source has 3 features; the model has 2");
  }

  @Test
  void refusesSourceValuesThatAreNotFinite() {
    FeatureMatrix foreign =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return 8;
          }

          @Override
          public int columns() {
            return 2;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            target[offset] = Float.NaN;
            target[offset + 1] = 0;
          }
        };
    assertRejected(
        () -> model.augmenter(source.withFeatures(foreign)).generate("pair", 1),
        "x[0][0] (NaN) must be finite");
  }

  @Test
  void refusesMoreThanADatasetHoldsBeforeMakingAny() {
    assertRejected(
        () -> augmenter.generate("pair", 1_100_000_000),
        "1100000000 synthetic observations of 2 features are 2200000000 values; a dataset in memory"
            + " holds 2147483639: use stream, which keeps none");
  }
}
