package io.civae.djl;

import io.civae.spi.NetworkParameters;

/** {@code x · scale + shift}, element by element: batch normalisation by running statistics. */
final class Affine {

  private final double[] scale;
  private final double[] shift;

  private Affine(double[] scale, double[] shift) {
    this.scale = scale;
    this.shift = shift;
  }

  static Affine of(NetworkParameters parameters, String norm) {
    double[] scale = FoldedLinear.doubles(parameters.get(norm + ".scale"));
    double[] shift = FoldedLinear.doubles(parameters.get(norm + ".shift"));
    double[] mean = FoldedLinear.doubles(parameters.get(norm + ".mean"));
    double[] variance = FoldedLinear.doubles(parameters.get(norm + ".variance"));
    for (int i = 0; i < scale.length; i++) {
      scale[i] /= Math.sqrt(variance[i] + NetworkParameters.NORM_EPSILON);
      shift[i] -= mean[i] * scale[i];
    }
    return new Affine(scale, shift);
  }

  double scale(int i) {
    return scale[i];
  }

  double shift(int i) {
    return shift[i];
  }
}
