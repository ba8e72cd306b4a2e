package io.civae.testkit.internal.linear;

import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The linear CI-VAE of a dataset; formulas in {@link io.civae.testkit.FakeBackend}. */
final class LinearVae {

  private static final int MOST_ROWS = 2_000;

  /** Variance below this share of the largest is rounding. */
  private static final double ROUNDING = 1e-10;

  private static final long STREAM = 0x4641_4B45L;

  private LinearVae() {}

  static LinearNetwork fit(CiVaeConfig config, LabeledDataset data, ClassWeights weights) {
    int[] chosen = someRows(data.size(), config.seed());
    double[][] rows = new double[chosen.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = widened(data.observation(chosen[i]));
    }
    double[][] emphasis =
        config.beta() == 0
            ? new double[0][]
            : ClassEmphasis.of(
                rows,
                Arrays.stream(chosen).map(data::classIndex).toArray(),
                data.classNames().size());
    PrincipalAxes axes =
        PrincipalAxes.of(
            rows, emphasis, config.latentDim(), SeededRandom.of(config.seed(), STREAM, 0));
    return network(config, data, weights, rows, axes);
  }

  private static LinearNetwork network(
      CiVaeConfig config,
      LabeledDataset data,
      ClassWeights weights,
      double[][] rows,
      PrincipalAxes axes) {
    int d = data.featureCount();
    int h = config.latentDim();
    double noise = config.alpha() / 2;
    double[][] encoder = new double[h][d];
    double[] encoderBias = new double[h];
    float[] logVariance = new float[h];
    double[][] decoder = new double[d][h];
    for (int j = 0; j < axes.axes().length; j++) {
      double variance = axes.variances()[j];
      if (variance <= noise || variance <= ROUNDING * axes.variances()[0]) {
        continue;
      }
      double scale = Math.sqrt(variance - noise);
      for (int f = 0; f < d; f++) {
        encoder[j][f] = scale / variance * axes.axes()[j][f];
        decoder[f][j] = scale / variance * axes.images()[j][f];
      }
      encoderBias[j] = -PrincipalAxes.dot(encoder[j], axes.mean());
      logVariance[j] =
          (float) Math.max(NetworkParameters.MIN_LOG_VARIANCE, StrictMath.log(noise / variance));
    }
    LinearLayer encoderLayer = LinearLayer.rounded(encoder, encoderBias);
    LinearLayer decoderLayer =
        config.outputActivation() == OutputActivation.SIGMOID
            ? LogisticDecoder.fit(encoderLayer, rows)
            : LinearLayer.rounded(decoder, axes.mean());
    LinearLayer discriminator =
        data.classNames().isEmpty()
            ? null
            : LatentDiscriminant.fit(encoderLayer, logVariance, data, weights, config);
    return new LinearNetwork(encoderLayer, logVariance, decoderLayer, discriminator);
  }

  private static int[] someRows(int size, long seed) {
    int[] chosen = IntStream.range(0, size).toArray();
    if (size <= MOST_ROWS) {
      return chosen;
    }
    SeededRandom.of(seed, STREAM, 1).shuffle(chosen);
    return Arrays.copyOf(chosen, MOST_ROWS);
  }

  static double[] widened(float[] row) {
    double[] wide = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      wide[j] = row[j];
    }
    return wide;
  }
}
