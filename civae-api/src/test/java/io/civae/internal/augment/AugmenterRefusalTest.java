package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AugmenterRefusalTest {

  private static final List<String> CLASSES = List.of("pair", "triple", "single", "none");
  private static final float LOG_VARIANCE = -2;

  private final CiVaeModel model =
      HandMadeModels.identity(
          LOG_VARIANCE, CLASSES, new float[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}, 0, 0, 0, 0);

  private final LabeledDataset source =
      labelled(
              new float[][] {
                {0, 0}, {100, 100}, {10, 20}, {100, 200}, {-50, -60}, {7, 7}, {300, 100}, {8, 8}
              },
              "pair",
              "triple",
              "pair",
              "triple",
              "single",
              null,
              "triple",
              null)
          .withClassNames(CLASSES)
          .withFeatureNames(List.of("length", "width"));

  private final Augmenter augmenter = model.augmenter(source);

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  private static LabeledDataset labelled(float[][] rows, @Nullable String... labels) {
    return LabeledDataset.of(rows, labels);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  private static void assertRejected(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void refusesToWalkInAClassOfLessThanTwo() {
    assertRejected(
        () -> augmenter.generate("single", 5),
        "class \"single\" has 1 members in the source; a walk needs two");
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
}
