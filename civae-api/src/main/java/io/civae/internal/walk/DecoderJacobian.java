package io.civae.internal.walk;

import io.civae.Decoder;

/** Derivatives of a decoder by forward differences: any decoder will do, on any engine. */
final class DecoderJacobian {

  /**
   * Latents of a trained model have a size near 1. So wide a step looks past the kinks of rectified
   * units and past the rounding of floats.
   */
  private static final float STEP = 0x1.0p-6f;

  private final Decoder decoder;

  DecoderJacobian(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * The Jacobians at some latents.
   *
   * @param latents {@code [m][h]}
   * @param images of them, {@code [m][d]}
   * @return {@code [m][h][d]}: for each latent the derivative by each coordinate
   */
  double[][][] at(float[][] latents, float[][] images) {
    int h = latents[0].length;
    float[][] shifted = new float[latents.length * h][];
    double[] width = new double[shifted.length];
    for (int i = 0; i < latents.length; i++) {
      for (int j = 0; j < h; j++) {
        float[] z = latents[i].clone();
        // Away from the largest float, and never so small beside z[j] that it is lost.
        z[j] += (z[j] > 0 ? -1 : 1) * STEP * Math.max(1, Math.abs(z[j]));
        width[i * h + j] = (double) z[j] - latents[i][j];
        shifted[i * h + j] = z;
      }
    }
    float[][] decoded = decoder.decode(shifted);
    double[][][] jacobians = new double[latents.length][h][images[0].length];
    for (int i = 0; i < latents.length; i++) {
      for (int j = 0; j < h; j++) {
        for (int f = 0; f < images[i].length; f++) {
          jacobians[i][j][f] = ((double) decoded[i * h + j][f] - images[i][f]) / width[i * h + j];
        }
      }
    }
    return jacobians;
  }
}
