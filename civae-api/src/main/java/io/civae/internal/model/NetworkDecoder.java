package io.civae.internal.model;

import io.civae.Decoder;

/** Runs the decoder, then undoes the scaling. */
final class NetworkDecoder implements Decoder {

  private final Inference inference;
  private final FeatureScaler scaler;
  private final int latentDim;

  NetworkDecoder(Inference inference, FeatureScaler scaler, int latentDim) {
    this.inference = inference;
    this.scaler = scaler;
    this.latentDim = latentDim;
  }

  @Override
  public float[][] decode(float[][] z) {
    return inference.whileOpen(
        () -> {
          float[] flat = Rows.flatten("z", z, latentDim);
          int features = scaler.features();
          float[] x = new float[Math.multiplyExact(z.length, features)];
          inference.forRows(z.length).decode(flat, z.length, x);
          float[][] rows = Rows.split(x, features);
          for (float[] row : rows) {
            scaler.unscale(row, 0);
          }
          return rows;
        });
  }

  @Override
  public int latentDim() {
    return inference.whileOpen(() -> latentDim);
  }

  @Override
  public int featureCount() {
    return inference.whileOpen(scaler::features);
  }
}
