package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.CountDecoder;
import io.civae.Likelihood;
import io.civae.data.LabeledDataset;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What training finds in counts whose distribution is known. */
final class CountRecoveryTest {

  private static final int CLASSES = 3;
  private static final int PER_CLASS = 150;
  private static final int FEATURES = 24;
  private static final double LIBRARY = 600;

  /** Each class has its own expected shares; dispersions go from 0.3 to 30. */
  private static double[][] shares() {
    SeededRandom random = SeededRandom.of(41);
    double[][] shares = new double[CLASSES][FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      double base = random.nextGaussian();
      for (double[] row : shares) {
        row[j] = StrictMath.exp(base + 0.8 * random.nextGaussian());
      }
    }
    for (double[] row : shares) {
      double total = Arrays.stream(row).sum();
      Arrays.setAll(row, j -> row[j] / total);
    }
    return shares;
  }

  private static double[] dispersions() {
    return IntStream.range(0, FEATURES)
        .mapToDouble(j -> 0.3 * StrictMath.pow(100, (j * 7 % FEATURES) / (FEATURES - 1.0)))
        .toArray();
  }

  /** A third of the features lose half of their counts, the others none. */
  private static double inflation(int feature) {
    return feature % 3 == 0 ? 0.5 : 0;
  }

  private static LabeledDataset simulated(boolean zeros) {
    SeededRandom random = SeededRandom.of(42);
    double[][] shares = shares();
    double[] theta = dispersions();
    float[][] counts = new float[CLASSES * PER_CLASS][FEATURES];
    int[] labels = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      labels[i] = i % CLASSES;
      double library = LIBRARY * StrictMath.exp(0.3 * random.nextGaussian());
      for (int j = 0; j < FEATURES; j++) {
        int count =
            RandomCounts.negativeBinomial(random, library * shares[labels[i]][j], 1 / theta[j]);
        boolean lost = zeros && random.nextDouble() < inflation(j);
        counts[i][j] = lost ? 0 : count;
      }
    }
    return LabeledDataset.of(counts, labels);
  }

  private static CiVaeModel fit(EngineKind kind, Likelihood likelihood, LabeledDataset data) {
    return CiVae.builder()
        .backend(DjlBackend.of(kind.engineName()))
        .likelihood(likelihood)
        .latentDim(2)
        .hiddenLayers(16)
        .alpha(1)
        .beta(20)
        .epochs(60)
        .batchSize(50)
        .learningRate(0.03)
        .device("cpu")
        .seed(5)
        .build()
        .fit(data);
  }

  /** Expected counts of each class at its mean latent, without added zeros, as shares. */
  private static double[][] found(CiVaeModel model, LabeledDataset data) {
    double[][] latents = new double[CLASSES][2];
    float[][] mean = model.encoder().encode(data.features()).mean();
    for (int i = 0; i < mean.length; i++) {
      for (int h = 0; h < 2; h++) {
        latents[data.classIndex(i)][h] += mean[i][h] / PER_CLASS;
      }
    }
    CountDecoder counts = model.countDecoder();
    float[][] z = new float[CLASSES][2];
    for (int c = 0; c < CLASSES; c++) {
      z[c] = new float[] {(float) latents[c][0], (float) latents[c][1]};
    }
    float[][] expected = counts.expected(z, 1);
    float[][] inflation = counts.zeroInflation(z);
    double[][] shares = new double[CLASSES][FEATURES];
    for (int c = 0; c < CLASSES; c++) {
      for (int j = 0; j < FEATURES; j++) {
        shares[c][j] = expected[c][j] / (1 - inflation[c][j]);
      }
    }
    return shares;
  }

  @OnEveryEngine
  void findsMeansAndDispersions(EngineKind kind) {
    LabeledDataset data = simulated(false);
    double[][] truth = shares();
    try (CiVaeModel model = fit(kind, Likelihood.NEGATIVE_BINOMIAL, data)) {
      double[][] found = found(model, data);
      for (int c = 0; c < CLASSES; c++) {
        assertThat(meanLogError(found[c], truth[c])).as("class %d", c).isLessThan(0.15);
      }
      double[] theta = doubles(model.countDecoder().dispersion());
      assertThat(meanLogError(theta, dispersions())).as("dispersions").isLessThan(0.35);
      assertThat(rankCorrelation(theta, dispersions())).isGreaterThan(0.9);
    }
  }

  @OnEveryEngine
  void findsAddedZeros(EngineKind kind) {
    LabeledDataset data = simulated(true);
    try (CiVaeModel model = fit(kind, Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL, data)) {
      float[][] z = model.encoder().encode(data.features()).mean();
      float[][] inflation = model.countDecoder().zeroInflation(z);
      double[] theta = dispersions();
      for (int j = 0; j < FEATURES; j++) {
        int feature = j;
        double mean = Arrays.stream(inflation).mapToDouble(row -> row[feature]).average().orElse(0);
        // With much spread, zeros of either kind look alike.
        if (theta[j] > 2 && LIBRARY * shares()[0][j] > 4) {
          assertThat(mean).as("feature %d", j).isBetween(inflation(j) - 0.15, inflation(j) + 0.15);
        }
      }
    }
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(j -> values[j]).toArray();
  }

  private static double meanLogError(double[] found, double[] truth) {
    return IntStream.range(0, truth.length)
        .mapToDouble(j -> Math.abs(Math.log(found[j] / truth[j])))
        .average()
        .orElseThrow();
  }

  /** Spearman's, for values that are all different. */
  private static double rankCorrelation(double[] a, double[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = rank(a, i) - (double) rank(b, i);
      squares += difference * difference;
    }
    double n = a.length;
    return 1 - 6 * squares / (n * (n * n - 1));
  }

  private static long rank(double[] values, int i) {
    return Arrays.stream(values).filter(value -> value < values[i]).count();
  }
}
