package io.civae.examples.singlecell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Golden values come from SciPy 1.17: gammaln, digamma, and nbinom.logpmf(y, θ, θ / (θ + μ)). */
class CountDistributionsTest {

  private static final double[][] POINTS = {
    {0, 2, 0.5, -1}, {3, 2, 0.5, 0.3}, {17, 9.5, 4, -6}, {250, 100, 0.1, 2}, {0, 1e-4, 30, -0.5}
  };

  private static double slope(DoubleUnaryOperator function, double at) {
    double h = 1e-5;
    return (function.applyAsDouble(at + h) - function.applyAsDouble(at - h)) / (2 * h);
  }

  @Test
  void knowsTheGammaFunction() {
    double[][] golden = {
      {0.01, 4.599479878042022, -100.56088545786868},
      {0.5, 0.5723649429247, -1.9635100260214235},
      {1, 0, -0.5772156649015329},
      {3.7, 1.428072326665388, 1.1671535393615113},
      {12.5, 18.73434751193645, 2.4851956512749123},
      {1e6, 12815504.569147611, 13.81551005796419}
    };
    for (double[] row : golden) {
      assertThat(GammaFunction.logGamma(row[0]))
          .isCloseTo(row[1], within(1e-13 * (1 + Math.abs(row[1]))));
      assertThat(GammaFunction.digamma(row[0]))
          .isCloseTo(row[2], within(1e-13 * (1 + Math.abs(row[2]))));
    }
  }

  @Test
  void knowsTheNegativeBinomialDistribution() {
    double[] golden = {
      -0.8047189562170501, -2.63730041996536, -3.800561832153539, -8.162958134969093
    };
    for (int i = 0; i < golden.length; i++) {
      assertThat(
              NegativeBinomial.logProbability(
                  POINTS[i][0], Math.log(POINTS[i][1]), Math.log(POINTS[i][2])))
          .isCloseTo(golden[i], within(1e-11));
    }
  }

  @Test
  void sumsToOneAndHasItsMeanAndVariance() {
    double mean = 3;
    double theta = 1.7;
    double total = 0;
    double first = 0;
    double second = 0;
    for (int y = 0; y < 400; y++) {
      double p = Math.exp(NegativeBinomial.logProbability(y, Math.log(mean), Math.log(theta)));
      total += p;
      first += p * y;
      second += p * y * y;
    }
    assertThat(total).isCloseTo(1, within(1e-10));
    assertThat(first).isCloseTo(mean, within(1e-9));
    assertThat(second - first * first).isCloseTo(mean + mean * mean / theta, within(1e-7));
  }

  @Test
  void approachesThePoissonDistribution() {
    double poisson = 4 * Math.log(2.5) - 2.5 - Math.log(24);
    assertThat(NegativeBinomial.logProbability(4, Math.log(2.5), Math.log(1e7)))
        .isCloseTo(poisson, within(1e-6));
  }

  @Test
  void hasTheGradientsOfTheNegativeBinomial() {
    for (double[] p : POINTS) {
      double m = Math.log(p[1]);
      double t = Math.log(p[2]);
      assertThat(NegativeBinomial.gradientByLogMean(p[0], m, t))
          .isCloseTo(slope(x -> NegativeBinomial.logProbability(p[0], x, t), m), within(1e-6));
      assertThat(NegativeBinomial.gradientByLogInverseDispersion(p[0], m, t))
          .isCloseTo(slope(x -> NegativeBinomial.logProbability(p[0], m, x), t), within(1e-6));
    }
  }

  @Test
  void inflatesZeros() {
    double m = Math.log(2);
    double t = Math.log(0.5);
    double share = 0.25;
    double logit = Math.log(share / (1 - share));
    double zero = Math.exp(NegativeBinomial.logProbability(0, m, t));
    assertThat(ZeroInflatedNegativeBinomial.logProbability(0, m, t, logit))
        .isCloseTo(Math.log(share + (1 - share) * zero), within(1e-12));
    assertThat(ZeroInflatedNegativeBinomial.logProbability(3, m, t, logit))
        .isCloseTo(Math.log(1 - share) + NegativeBinomial.logProbability(3, m, t), within(1e-12));
  }

  @Test
  void hasTheGradientsOfTheZeroInflatedDistribution() {
    for (double[] p : POINTS) {
      double y = p[0];
      double m = Math.log(p[1]);
      double t = Math.log(p[2]);
      double l = p[3];
      assertThat(ZeroInflatedNegativeBinomial.gradientByLogMean(y, m, t, l))
          .isCloseTo(
              slope(x -> ZeroInflatedNegativeBinomial.logProbability(y, x, t, l), m), within(1e-6));
      assertThat(ZeroInflatedNegativeBinomial.gradientByLogInverseDispersion(y, m, t, l))
          .isCloseTo(
              slope(x -> ZeroInflatedNegativeBinomial.logProbability(y, m, x, l), t), within(1e-6));
      assertThat(ZeroInflatedNegativeBinomial.gradientByZeroLogit(y, m, t, l))
          .isCloseTo(
              slope(x -> ZeroInflatedNegativeBinomial.logProbability(y, m, t, x), l), within(1e-6));
    }
  }

  @Test
  void staysFiniteFarOut() {
    for (double logMean : new double[] {-700, -50, 50, 300}) {
      for (double logTheta : new double[] {-30, 0, 15}) {
        for (double logit : new double[] {-800, 0, 800}) {
          assertThat(ZeroInflatedNegativeBinomial.logProbability(0, logMean, logTheta, logit))
              .isFinite()
              .isLessThanOrEqualTo(1e-9);
          assertThat(NegativeBinomial.logProbability(5, logMean, logTheta)).isFinite();
        }
      }
    }
  }

  @Test
  void rejectsWhatIsNoCount() {
    assertThatThrownBy(() -> NegativeBinomial.logProbability(0.5, 0, 0))
        .hasMessageContaining("count (0.5) must be an integer of at least 0");
    assertThatThrownBy(() -> NegativeBinomial.logProbability(1, Double.NaN, 0))
        .hasMessageContaining("logMean (NaN) must be finite");
    assertThatThrownBy(
            () -> ZeroInflatedNegativeBinomial.logProbability(1, 0, 0, Double.POSITIVE_INFINITY))
        .hasMessageContaining("zeroLogit (Infinity) must be finite");
  }
}
