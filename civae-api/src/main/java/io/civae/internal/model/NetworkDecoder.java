package io.civae.internal.model;

import io.civae.Decoder;
import io.civae.spi.Accelerator;
import java.util.Arrays;

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
          Accelerator network = inference.forRows(z.length);
          float[][] x = new float[z.length][];
          int features = scaler.features();
          int most = Rows.together(Inference.CHUNK_ROWS, features);
          float[] chunk = new float[Math.min(z.length, most) * features];
          for (int first = 0; first < x.length; first += most) {
            int count = Math.min(most, x.length - first);
            network.decode(part(flat, first, count), count, chunk);
            for (int i = 0; i < count; i++) {
              x[first + i] = Arrays.copyOfRange(chunk, i * features, (i + 1) * features);
              scaler.unscale(x[first + i], 0);
            }
          }
          return x;
        });
  }

  @Override
  public float[] decode(float[] z) {
    return inference.whileOpen(
        () -> {
          Rows.checkOnly("z", z, latentDim);
          float[] x = new float[scaler.features()];
          inference.forRows(1).decode(z, 1, x);
          scaler.unscale(x, 0);
          return x;
        });
  }

  private float[] part(float[] flat, int first, int count) {
    return count * latentDim == flat.length
        ? flat
        : Arrays.copyOfRange(flat, first * latentDim, (first + count) * latentDim);
  }

  @Override
  public void decodeInto(float[] z, float[] x) {
    int rows = Rows.count("z", z, latentDim);
    int features = scaler.features();
    Rows.checkLength("x", x, rows, features);
    inference.run(
        () -> {
          Rows.checkFinite("z", z, z.length, 0, latentDim);
          inference.forRows(rows).decode(z, rows, x);
          for (int i = 0; i < rows; i++) {
            scaler.unscale(x, i * features);
          }
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
