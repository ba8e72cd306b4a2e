package io.civae.djl;

import ai.djl.ndarray.NDManager;
import io.civae.spi.NetworkParameters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posterior, sample and divergence of a batch, forward and backward. */
final class LatentPass {

  private final LinearPass meanHead;
  private final LinearPass logVarianceHead;
  private final NetworkArray meanBias;
  private final NetworkArray logVarianceBias;
  private final EngineMatrix latent;
  private final int rows;
  private final int width;
  private final float[] mean;
  private final float[] logVariance;
  private final float[] deviation;
  private final float[] sample;
  private final float[] gradient;
  private final float[] part;

  LatentPass(
      LinearPass meanHead,
      NetworkArray meanBias,
      LinearPass logVarianceHead,
      NetworkArray logVarianceBias,
      int rows,
      NDManager session) {
    this.meanHead = meanHead;
    this.meanBias = meanBias;
    this.logVarianceHead = logVarianceHead;
    this.logVarianceBias = logVarianceBias;
    this.rows = rows;
    width = meanBias.vector().length;
    latent = new EngineMatrix(session, rows, width);
    mean = new float[rows * width];
    logVariance = new float[rows * width];
    deviation = new float[rows * width];
    sample = new float[rows * width];
    gradient = new float[rows * width];
    part = new float[rows * width];
  }

  /** z. */
  EngineMatrix latent() {
    return latent;
  }

  /** Both gradients of what went in. */
  List<EngineMatrix> inputGradients() {
    return List.of(meanHead.inputGradient(), logVarianceHead.inputGradient());
  }

  /** Samples with the noise, null for none, and returns KL. */
  double forward(float @Nullable [] noise) {
    meanHead.forward();
    logVarianceHead.forward();
    read(meanHead, meanBias, mean);
    read(logVarianceHead, logVarianceBias, logVariance);
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      float clamped = clamped(logVariance[i]);
      double sigma = Math.exp(clamped / 2);
      deviation[i] = (float) sigma;
      sample[i] = noise == null ? mean[i] : mean[i] + deviation[i] * noise[i];
      sum += (double) mean[i] * mean[i] + sigma * sigma - clamped - 1;
    }
    latent.values().put(0, sample, 0, sample.length);
    return sum / 2 / rows;
  }

  private void read(LinearPass head, NetworkArray bias, float[] target) {
    head.output().await();
    head.output().values().get(0, target, 0, target.length);
    float[] added = bias.vector();
    for (int i = 0; i < target.length; i++) {
      target[i] += added[i % width];
    }
  }

  /** A log-variance within the bounds that every backend keeps. */
  static float clamped(float value) {
    return Math.min(
        Math.max(value, NetworkParameters.MIN_LOG_VARIANCE), NetworkParameters.MAX_LOG_VARIANCE);
  }

  /** {@code gradients} add up to that of z; {@code weight} is α in this step. */
  void backward(List<EngineMatrix> gradients, double weight, float @Nullable [] noise) {
    Arrays.fill(gradient, 0f);
    for (EngineMatrix more : gradients) {
      more.await();
      more.values().get(0, part, 0, part.length);
      RowLoops.add(gradient, part, part.length);
    }
    float share = (float) (weight / rows);
    for (int i = 0; i < gradient.length; i++) {
      float ofMean = gradient[i] + share * mean[i];
      float sigma = deviation[i];
      float ofNoise = noise == null ? 0 : gradient[i] * noise[i] * sigma;
      part[i] =
          clamped(logVariance[i]) == logVariance[i]
              ? 0.5f * (ofNoise + share * (sigma * sigma - 1))
              : 0;
      gradient[i] = ofMean;
    }
    write(meanHead, meanBias, gradient);
    write(logVarianceHead, logVarianceBias, part);
  }

  private void write(LinearPass head, NetworkArray bias, float[] values) {
    head.outputGradient().values().put(0, values, 0, values.length);
    float[] sum = bias.vectorGradient();
    Arrays.fill(sum, 0f);
    for (int i = 0; i < values.length; i++) {
      sum[i % width] += values[i];
    }
    head.backward();
  }
}
