package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  @Test
  void separatesWhatIsSeparableWhateverTheUnits() {
    float[][] x = {{1e6f, 3}, {2e6f, 3}, {-1e6f, 3}, {-2e6f, 3}, {0, 3}, {1e5f, 3}};
    int[] y = {1, 1, 0, 0, 0, 1};
    assertThat(LogisticRegression.fit(x, y, 1).accuracy(x, y)).isGreaterThanOrEqualTo(5.0 / 6);
  }

  @Test
  void findsNothingInNoise() {
    SeededRandom random = SeededRandom.of(3L);
    float[][] x = new float[4_000][2];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      random.fillGaussian(x[i]);
      y[i] = random.nextInt(2);
    }
    float[][] fitted = Arrays.copyOf(x, 2_000);
    int[] labels = Arrays.copyOf(y, 2_000);
    float[][] held = Arrays.copyOfRange(x, 2_000, 4_000);
    int[] heldLabels = Arrays.copyOfRange(y, 2_000, 4_000);
    assertThat(LogisticRegression.fit(fitted, labels, 1).accuracy(held, heldLabels))
        .isBetween(0.45, 0.55);
  }

  @Test
  void cannotSeparateADiscFromTheRingAroundIt() {
    SeededRandom random = SeededRandom.of(9L);
    float[][] x = new float[1_000][2];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % 2;
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = y[i] == 0 ? random.nextDouble() : 2;
      x[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }
    assertThat(LogisticRegression.fit(x, y, 1).accuracy(x, y)).isBetween(0.4, 0.75);
  }

  @Test
  void reachesTheMinimumThatIsKnownInClosedForm() {
    // Two values, each with its share of the second class: without a penalty the fit gives back
    // the shares, so that the log odds between the classes are known.
    float[][] x = new float[100][];
    int[] y = new int[100];
    for (int i = 0; i < 100; i++) {
      boolean first = i < 40;
      x[i] = new float[] {first ? -1 : 1};
      y[i] = (first ? i < 10 : i < 85) ? 1 : 0;
    }
    double[] standardized = Standardization.of(x).apply(x);
    SoftmaxObjective objective = new SoftmaxObjective(standardized, y, 2, Double.POSITIVE_INFINITY);
    LogisticRegression fitted = LogisticRegression.fit(x, y, Double.POSITIVE_INFINITY);
    double[] gradient = new double[4];
    objective.gradient().process(fitted.parameters(), gradient);
    assertThat(gradient).containsExactly(new double[4], within(1e-6));
    assertThat(objective.process(fitted.parameters()))
        .isCloseTo(0.4 * entropy(0.25) + 0.6 * entropy(0.75), within(1e-9));
  }

  @Test
  void itsGradientIsThatOfItsValue() {
    SeededRandom random = SeededRandom.of(4L);
    double[] x = random.doubles(30).toArray();
    int[] y = {0, 2, 1, 1, 0, 2, 2, 1, 0, 0};
    SoftmaxObjective objective = new SoftmaxObjective(x, y, 3, 0.5);
    double[] parameters = random.doubles(12).toArray();
    double[] gradient = new double[12];
    objective.gradient().process(parameters, gradient);
    for (int p = 0; p < 12; p++) {
      double[] above = parameters.clone();
      double[] below = parameters.clone();
      above[p] += 1e-5;
      below[p] -= 1e-5;
      assertThat(gradient[p])
          .isCloseTo((objective.process(above) - objective.process(below)) / 2e-5, within(1e-8));
    }
  }

  @Test
  void aPenaltyKeepsWeightsSmall() {
    float[][] x = {{-2}, {-1}, {1}, {2}};
    int[] y = {0, 0, 1, 1};
    double loose = LogisticRegression.fit(x, y, 1e3).parameters()[2];
    double tight = LogisticRegression.fit(x, y, 1e-3).parameters()[2];
    assertThat(loose).isGreaterThan(1);
    assertThat(tight).isBetween(0.0, 0.01);
  }

  private static double entropy(double share) {
    return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }

  @Test
  void refusesMoreParametersThanItsMatrixHasRoomFor() {
    assertThatThrownBy(() -> LogisticRegression.fit(new float[2][4_096], new int[] {0, 1}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classes (2) × (columns (4096) + 1) is 8194 parameters; logistic regression takes at"
                + " most 8192: measure principal components of so wide data");
  }

  @Test
  void saysSoWhenItHasNotConverged() {
    SeededRandom random = SeededRandom.of(3L);
    float[][] x = new float[200][5];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      random.fillGaussian(x[i]);
      y[i] = x[i][0] + random.nextGaussian() > 0 ? 1 : 0;
    }
    assertThatThrownBy(() -> LogisticRegression.fit(x, y, 1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "logistic regression with C = 1.0 on 200 rows of 5 columns has not converged in 2"
                + " iterations");
  }

  @Test
  void refusesMoreValuesThanAnArrayHolds() {
    float[][] rows = new float[70_000][];
    rows[0] = new float[40_000];
    Standardization wide = Standardization.of(new float[][] {rows[0]});
    assertThatThrownBy(() -> wide.apply(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("70000 rows of 40000 columns are more values than one array holds, 2147483639");
  }

  @Test
  void withoutAPenaltyAClassThatCanBeSeparatedKeepsNoFitFromEnding() {
    // a and b overlap, c lies apart: its weights grow for ever. Of a and b 3 of 4 are right each.
    float[][] x = {{-1}, {-1}, {-1}, {1}, {1}, {1}, {1}, {-1}, {100}, {101}};
    int[] y = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2};

    assertThat(LogisticRegression.fit(x, y, Double.POSITIVE_INFINITY).accuracy(x, y))
        .isEqualTo(8.0 / 10);
    assertThat(LogisticRegression.fit(x, y, Double.POSITIVE_INFINITY, 2).parameters()).hasSize(6);
    assertThatThrownBy(() -> LogisticRegression.fit(x, y, 1e9, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has not converged in 2 iterations");
  }
}
