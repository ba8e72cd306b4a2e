package io.civae.examples.singlecell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.Likelihood;
import io.civae.spi.CountLikelihood;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the library trains with is what the plain references say. */
class LibraryLikelihoodTest {

  private static final int FEATURES = 25;

  /** Logits, log θ and logits of added zeros of one cell, over wide ranges. */
  private static float[] outputs(SeededRandom random) {
    float[] outputs = new float[3 * FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      outputs[j] = (float) (3 * random.nextGaussian());
      outputs[FEATURES + j] = (float) (10 - 20 * random.nextDouble());
      outputs[2 * FEATURES + j] = (float) (4 * random.nextGaussian());
    }
    return outputs;
  }

  private static float[] counts(SeededRandom random) {
    float[] counts = new float[FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      counts[j] = j % 3 == 0 ? 0 : RandomCounts.negativeBinomial(random, Math.pow(10, j % 5), 1);
    }
    return counts;
  }

  /** log μ of each feature. */
  private static double[] logMeans(float[] outputs, float[] counts) {
    double library = 0;
    double total = 0;
    for (int j = 0; j < FEATURES; j++) {
      library += counts[j];
      total += Math.exp(outputs[j]);
    }
    double offset = Math.log(library) - Math.log(total);
    double[] logMeans = new double[FEATURES];
    Arrays.setAll(logMeans, j -> outputs[j] + offset);
    return logMeans;
  }

  @Test
  void valuesAndGradientsOfTheNegativeBinomialAgree() {
    CountLikelihood likelihood = new CountLikelihood(Likelihood.NEGATIVE_BINOMIAL, FEATURES);
    for (int cell = 0; cell < 200; cell++) {
      SeededRandom random = SeededRandom.of(1, cell);
      float[] outputs = Arrays.copyOf(outputs(random), 2 * FEATURES);
      float[] counts = counts(random);
      float[] gradient = new float[outputs.length];
      double value = likelihood.evaluate(outputs, counts, 1, gradient);
      double[] m = logMeans(outputs, counts);
      double expected = 0;
      for (int j = 0; j < FEATURES; j++) {
        double t = outputs[FEATURES + j];
        expected -= NegativeBinomial.logProbability(counts[j], m[j], t);
        double slope = -NegativeBinomial.gradientByLogInverseDispersion(counts[j], m[j], t);
        assertThat((double) gradient[FEATURES + j])
            .isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
      }
      assertThat(value).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }
  }

  @Test
  void valuesAndGradientsWithAddedZerosAgree() {
    CountLikelihood likelihood =
        new CountLikelihood(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, FEATURES);
    for (int cell = 0; cell < 200; cell++) {
      SeededRandom random = SeededRandom.of(2, cell);
      float[] outputs = outputs(random);
      float[] counts = counts(random);
      float[] gradient = new float[outputs.length];
      double value = likelihood.evaluate(outputs, counts, 1, gradient);
      double[] m = logMeans(outputs, counts);
      double expected = 0;
      double[] byLogMean = new double[FEATURES];
      for (int j = 0; j < FEATURES; j++) {
        double t = outputs[FEATURES + j];
        double l = outputs[2 * FEATURES + j];
        expected -= ZeroInflatedNegativeBinomial.logProbability(counts[j], m[j], t, l);
        byLogMean[j] = -ZeroInflatedNegativeBinomial.gradientByLogMean(counts[j], m[j], t, l);
        double slope = -ZeroInflatedNegativeBinomial.gradientByZeroLogit(counts[j], m[j], t, l);
        assertThat((double) gradient[2 * FEATURES + j])
            .isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
      }
      double total = Arrays.stream(byLogMean).sum();
      double library = 0;
      for (float count : counts) {
        library += count;
      }
      for (int j = 0; j < FEATURES; j++) {
        // A logit moves its own mean and, through the sum of shares, all the others.
        double slope = byLogMean[j] - Math.exp(m[j]) / library * total;
        assertThat((double) gradient[j])
            .isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope) + Math.abs(total))));
      }
      assertThat(value).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }
  }
}
