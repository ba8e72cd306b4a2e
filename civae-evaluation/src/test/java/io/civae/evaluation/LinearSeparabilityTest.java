package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import org.junit.jupiter.api.Test;

class LinearSeparabilityTest {

  private static LabeledDataset line(float[] x, String classes) {
    float[][] rows = new float[x.length][];
    String[] labels = new String[x.length];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new float[] {x[i]};
      labels[i] = classes.substring(i, i + 1);
    }
    return LabeledDataset.of(rows, labels);
  }

  /** So many observations at one place, the first so many of them of class a. */
  private static void put(float[][] rows, String[] labels, int first, int count, int a, float x) {
    for (int i = 0; i < count; i++) {
      rows[first + i] = new float[] {x};
      labels[first + i] = i < a ? "a" : "b";
    }
  }

  @Test
  void withoutAPenaltyWhateverARuleCanSeparateIsSeparated() {
    // Any threshold between 0 and 0.2 separates these. With C = 1 scikit-learn 1.2.1 also takes the
    // a
    // at 0 for a b: the a far away keep the slope small.
    LabeledDataset separable =
        line(new float[] {-30, -28, -25, -20, 0, 0.2f, 0.3f, 0.4f}, "aaaaabbb");
    LinearSeparability found = LinearSeparability.ofFeatures(separable, separable);
    assertThat(found.unpenalized()).isEqualTo(1);
    assertThat(found.resubstitution()).isEqualTo(7.0 / 8);
  }

  @Test
  void withoutAPenaltyWhatNoRuleCanSeparateIsRightAsOftenAsTheMajorityOfEachPlace() {
    // At −1 are 8 a and 2 b, at 1 are 3 a and 7 b. With one weight and a bias, the most likely fit
    // gives back these shares, so a is taken at −1 and b at 1: 8 + 7 of 20 are right.
    float[][] rows = new float[20][];
    String[] labels = new String[20];
    put(rows, labels, 0, 10, 8, -1);
    put(rows, labels, 10, 10, 3, 1);
    LabeledDataset mixed = LabeledDataset.of(rows, labels);
    assertThat(LinearSeparability.ofFeatures(mixed, mixed).unpenalized())
        .isCloseTo(15.0 / 20, within(1e-12));
  }

  @Test
  void noLineSeparatesTheCornersOfASquareByItsDiagonals() {
    // Of the four corners a line leaves at least one on the wrong side.
    LabeledDataset corners =
        LabeledDataset.of(
            new float[][] {{0, 0}, {1, 1}, {0, 1}, {1, 0}}, new String[] {"a", "a", "b", "b"});
    assertThat(LinearSeparability.ofFeatures(corners, corners).unpenalized())
        .isLessThanOrEqualTo(0.75);
  }

  @Test
  void withoutAPenaltyIsMeasuredOnTheTestSetAlone() {
    LabeledDataset training = line(new float[] {-2, -1, 1, 2}, "aabb");
    LabeledDataset other = line(new float[] {-2, -1, 1, 2}, "bbaa");
    LinearSeparability found = LinearSeparability.ofFeatures(training, other);
    assertThat(found.unpenalized()).isEqualTo(1);
    assertThat(found.heldOut()).isZero();
  }
}
