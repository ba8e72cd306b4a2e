package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Likelihood;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Golden values come from SciPy 1.17, {@code -nbinom.logpmf(y, θ, θ / (θ + μ))} with μ = ℓ ·
 * softmax(a); those of large counts from mpmath with 40 digits.
 */
class CountLikelihoodTest {

  private static final int FEATURES = 4;
  private static final float[] LOGITS = {0.5f, -1, 2, 0};
  private static final float[] LOG_DISPERSIONS = {0, -2, 3, 1};
  private static final float[] ZERO_LOGITS = {-1, 0.5f, -3, 2};
  private static final float[] COUNTS = {3, 0, 40, 1};

  private static float[] joined(float[]... parts) {
    float[] all = new float[0];
    for (float[] part : parts) {
      int from = all.length;
      all = Arrays.copyOf(all, from + part.length);
      System.arraycopy(part, 0, all, from, part.length);
    }
    return all;
  }

  private static float[] outputs(Likelihood likelihood) {
    return likelihood == Likelihood.NEGATIVE_BINOMIAL
        ? joined(LOGITS, LOG_DISPERSIONS)
        : joined(LOGITS, LOG_DISPERSIONS, ZERO_LOGITS);
  }

  private static double value(Likelihood likelihood, float[] outputs, float... counts) {
    return new CountLikelihood(likelihood, counts.length)
        .evaluate(outputs, counts, 1, new float[outputs.length]);
  }

  @Test
  void agreesWithGoldenValues() {
    assertThat(value(Likelihood.NEGATIVE_BINOMIAL, outputs(Likelihood.NEGATIVE_BINOMIAL), COUNTS))
        .isCloseTo(8.601196218780712, within(1e-12));
    Likelihood inflated = Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL;
    assertThat(value(inflated, outputs(inflated), COUNTS))
        .isCloseTo(10.863952769863069, within(1e-12));
  }

  @Test
  void isTheGeometricDistributionWhenMeanAndDispersionAreOne() {
    // p(y) = 2^−(y + 1): one feature has the whole library of 1.
    double two = Math.log(2);
    assertThat(value(Likelihood.NEGATIVE_BINOMIAL, new float[] {7, 0}, 1))
        .isCloseTo(2 * two, within(1e-14));
    // An empty observation counts as a library of 1.
    assertThat(value(Likelihood.NEGATIVE_BINOMIAL, new float[] {7, 0}, 0))
        .isCloseTo(two, within(1e-14));
    // Half of the zeros are added ones: p(0) = ½ + ½ · ½.
    assertThat(value(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, new float[] {7, 0, 0}, 0))
        .isCloseTo(-Math.log(0.75), within(1e-14));
    assertThat(value(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, new float[] {7, 0, 0}, 1))
        .isCloseTo(3 * two, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, -0.6931471805599453, 15.234449341168926",
    "1000000, 10, 9.7453465700560261",
    "33, -10, 13.496981448189473",
    "5000, 1.9459101490553132, 8.4757728937967112",
    "32, 1.9459101490553132, 3.5229963196890935",
    "33, 1.9459101490553132, 3.5510155617245705"
  })
  void keepsItsDigitsForLargeCounts(float count, float logDispersion, double expected) {
    // The dispersion goes through a float; its error times the gradient is below 1e-6.
    assertThat(value(Likelihood.NEGATIVE_BINOMIAL, new float[] {0, logDispersion}, count))
        .isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void hasTheGradientOfItsValue(Likelihood likelihood) {
    CountLikelihood term = new CountLikelihood(likelihood, FEATURES);
    float[] one = outputs(likelihood);
    float[] other = one.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = -0.7f * other[i] + 0.1f;
    }
    float[] outputs = joined(one, other);
    float[] counts = joined(COUNTS, new float[] {0, 50, 2, 0});
    float[] gradient = new float[outputs.length];
    term.evaluate(outputs, counts, 2, gradient);
    for (int i = 0; i < outputs.length; i++) {
      float[] above = outputs.clone();
      float[] below = outputs.clone();
      above[i] += 1e-3f;
      below[i] -= 1e-3f;
      double slope =
          (term.evaluate(above, counts, 2, new float[gradient.length])
                  - term.evaluate(below, counts, 2, new float[gradient.length]))
              / ((double) above[i] - below[i]);
      assertThat((double) gradient[i]).as("output %d", i).isCloseTo(slope, within(1e-5));
    }
  }

  @Test
  void gradientsOfDispersionsBeyondAnEndLeadBackOnly() {
    CountLikelihood term = new CountLikelihood(Likelihood.NEGATIVE_BINOMIAL, 2);
    float[] gradient = new float[4];
    // Far more spread than a Poisson distribution: the first wants a smaller θ, the second is 0.
    float[] counts = {900, 0};
    double end = term.evaluate(new float[] {-3, 3, 10, 10}, counts, 1, gradient);
    assertThat(gradient[2]).isPositive();
    assertThat(term.evaluate(new float[] {-3, 3, 50, 50}, counts, 1, gradient)).isEqualTo(end);
    assertThat(gradient[2]).isPositive();

    // All of the library in its place: only ever less spread.
    term.evaluate(new float[] {9, -9, 50, 50}, counts, 1, gradient);
    assertThat(gradient[2]).isZero();
    term.evaluate(new float[] {9, -9, -50, -50}, counts, 1, gradient);
    assertThat(gradient[2]).isNegative();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void staysFiniteWhateverTheNetworkGives(Likelihood likelihood) {
    CountLikelihood term = new CountLikelihood(likelihood, 2);
    float[] extremes = {-1e4f, -80, 0, 80, 1e4f};
    float[] gradient = new float[term.width()];
    for (float a : extremes) {
      for (float dispersion : extremes) {
        for (float zero : extremes) {
          for (float count : new float[] {0, 1, 1e6f, CountLikelihood.LARGEST_COUNT}) {
            float[] outputs = {a, 0, dispersion, -dispersion, zero, -zero};
            double value =
                term.evaluate(
                    Arrays.copyOf(outputs, gradient.length), new float[] {count, 1}, 1, gradient);
            assertThat(value).isFinite().isGreaterThan(-1e-6);
            for (float slope : gradient) {
              assertThat(slope).isFinite();
            }
          }
        }
      }
    }
  }

  @Test
  void givesTheSameBitsForManyRowsAsForEachAlone() {
    int rows = 300;
    int features = 60;
    CountLikelihood term =
        new CountLikelihood(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, features);
    SeededRandom random = SeededRandom.of(3);
    float[] outputs = new float[rows * term.width()];
    random.fillGaussian(outputs);
    float[] counts = new float[rows * features];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = RandomCounts.poisson(random, 1.5);
    }
    float[] gradient = new float[outputs.length];
    double value = term.evaluate(outputs, counts, rows, gradient);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      float[] alone = Arrays.copyOfRange(outputs, row * term.width(), (row + 1) * term.width());
      float[] own = new float[term.width()];
      sum +=
          term.evaluate(
              alone, Arrays.copyOfRange(counts, row * features, (row + 1) * features), 1, own);
      for (int i = 0; i < own.length; i++) {
        assertThat((double) gradient[row * term.width() + i])
            .isCloseTo(own[i] / (double) rows, within(1e-8));
      }
    }
    assertThat(value).isEqualTo(sum / rows);
    float[] again = new float[outputs.length];
    assertThat(term.evaluate(outputs, counts, rows, again)).isEqualTo(value);
    assertThat(again).isEqualTo(gradient);
  }

  @Test
  void sharesSumToOneUnlessZerosAreAdded() {
    float[] shares = new float[5];
    CountLikelihood.expectedShares(new float[] {1000, 1000, -1000}, new float[0], shares, 1);
    assertThat(shares).containsExactly(0, 0.5f, 0.5f, 0, 0);
    CountLikelihood.expectedShares(
        new float[] {1000, 1000, -1000}, new float[] {0, 1000, -1000}, shares, 2);
    assertThat(shares).containsExactly(0, 0.5f, 0.25f, 0, 0);
  }

  @Test
  void rejectsLikelihoodsThatAreNotOfCounts() {
    assertThatThrownBy(() -> new CountLikelihood(Likelihood.GAUSSIAN, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("likelihood (GAUSSIAN) must be of counts");
  }
}
