package io.civae.internal.model;

import io.civae.Encoder;
import io.civae.LatentDistribution;
import io.civae.data.FeatureMatrix;

/** Scales, then runs the encoder. */
final class NetworkEncoder implements Encoder {

  private final Inference inference;
  private final FeatureScaler scaler;
  private final int latentDim;

  NetworkEncoder(Inference inference, FeatureScaler scaler, int latentDim) {
    this.inference = inference;
    this.scaler = scaler;
    this.latentDim = latentDim;
  }

  @Override
  public LatentDistribution encode(FeatureMatrix x) {
    return inference.whileOpen(() -> encode(Rows.flatten("x", x, scaler.features()), x.rows()));
  }

  @Override
  public LatentDistribution encode(float[][] x) {
    return inference.whileOpen(() -> encode(Rows.flatten("x", x, scaler.features()), x.length));
  }

  private LatentDistribution encode(float[] flat, int rows) {
    scaler.scale(flat, 0, rows);
    float[] mean = new float[rows * latentDim];
    float[] logVariance = new float[rows * latentDim];
    inference.forRows(rows).encode(flat, rows, mean, logVariance);
    return LatentDistribution.of(Rows.split(mean, latentDim), Rows.split(logVariance, latentDim));
  }

  @Override
  public int featureCount() {
    return inference.whileOpen(scaler::features);
  }

  @Override
  public int latentDim() {
    return inference.whileOpen(() -> latentDim);
  }
}
