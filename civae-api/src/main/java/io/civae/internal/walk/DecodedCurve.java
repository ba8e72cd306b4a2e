package io.civae.internal.walk;

import io.civae.Decoder;

/** A curve through the latent space, sampled finely, with its decoded length up to each sample. */
final class DecodedCurve {

  /** The fewest steps a curve is measured on. */
  static final int FINE_STEPS = 256;

  private final float[][] samples;
  private final double[] length;

  private DecodedCurve(float[][] samples, double[] length) {
    this.samples = samples;
    this.length = length;
  }

  /** Samples the polyline through corners, each of its pieces at as many equal steps. */
  static DecodedCurve through(Decoder decoder, float[][] corners) {
    int pieces = corners.length - 1;
    int each = Math.max(1, (FINE_STEPS + pieces - 1) / pieces);
    float[][] samples = new float[pieces * each + 1][];
    for (int p = 0; p < pieces; p++) {
      for (int i = 0; i < each; i++) {
        samples[p * each + i] =
            i == 0
                ? corners[p]
                : LinearTraversal.between(corners[p], corners[p + 1], (double) i / each);
      }
    }
    samples[samples.length - 1] = corners[pieces];
    float[][] decoded = decoder.decode(samples);
    double[] length = new double[samples.length];
    for (int i = 1; i < length.length; i++) {
      length[i] = length[i - 1] + Vectors.distance(decoded[i - 1], decoded[i]);
    }
    return new DecodedCurve(samples, length);
  }

  double length() {
    return length[length.length - 1];
  }

  /** Points at equal decoded lengths; the ends are those of the curve, bit for bit. */
  float[][] points(int points) {
    int last = samples.length - 1;
    return Curve.sample(samples[0], samples[last], points, this::at);
  }

  private float[] at(double share) {
    int last = samples.length - 1;
    if (!(length[last] > 0 && length[last] < Double.POSITIVE_INFINITY)) {
      // The decoder does not tell the samples apart: they are as good as equal steps.
      int below = Math.min(last - 1, (int) (share * last));
      return LinearTraversal.between(samples[below], samples[below + 1], share * last - below);
    }
    double wanted = share * length[last];
    int below = 0;
    int above = last;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (length[middle] <= wanted) {
        below = middle;
      } else {
        above = middle;
      }
    }
    double step = length[above] - length[below];
    double t = step > 0 ? Math.min(1, (wanted - length[below]) / step) : 0;
    return LinearTraversal.between(samples[below], samples[above], t);
  }
}
