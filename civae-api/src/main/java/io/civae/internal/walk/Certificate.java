package io.civae.internal.walk;

import io.civae.LinearDiscriminator;
import java.util.OptionalInt;

/**
 * Decides whether a straight segment provably stays in one class.
 *
 * <p>In exact arithmetic it is enough that one class is on top at both ends. Latents along the walk
 * and their logits are rounded to float, so the class must lead at both ends by more than that
 * rounding can amount to: a sum of h products in float errs by at most {@code (h + 1)·2⁻²⁴·Σ|w z|},
 * a point of the segment by 2⁻²⁴ of its size, and {@code Σ|w z|} is largest at an end. Below the
 * normal range of float a product and a coordinate each err by half of the smallest float instead;
 * beyond the largest float nothing is certified.
 */
final class Certificate {

  private static final double FLOAT_ROUNDING = 0x1.0p-24;
  private static final double LARGEST_LOGIT = Float.MAX_VALUE / 2;

  private Certificate() {}

  /** The class that is on top all along, or empty. */
  static OptionalInt classOf(LinearDiscriminator discriminator, float[] from, float[] to) {
    float[][] weights = discriminator.weights();
    float[] bias = discriminator.bias();
    int classes = bias.length;
    double[] fromLogits = new double[classes];
    double[] toLogits = new double[classes];
    double size = 0;
    double underflow = 0;
    for (int c = 0; c < classes; c++) {
      size = Math.max(size, logit(weights, bias, c, from, fromLogits));
      size = Math.max(size, logit(weights, bias, c, to, toLogits));
      underflow = Math.max(underflow, underflow(weights, c));
    }
    double tolerance = 2 * ((from.length + 4) * FLOAT_ROUNDING * size + underflow);
    int top = top(fromLogits);
    boolean stays =
        size < LARGEST_LOGIT
            && leads(fromLogits, top, tolerance)
            && leads(toLogits, top, tolerance);
    return stays ? OptionalInt.of(top) : OptionalInt.empty();
  }

  /** Stores the logit of one class and returns the sum of the sizes of its terms. */
  private static double logit(float[][] weights, float[] bias, int c, float[] z, double[] logits) {
    double sum = bias[c];
    double size = Math.abs(bias[c]);
    for (int j = 0; j < z.length; j++) {
      double term = (double) weights[j][c] * z[j];
      sum += term;
      size += Math.abs(term);
    }
    logits[c] = sum;
    return size;
  }

  /** What a logit can be off by because coordinates and products underflow. */
  private static double underflow(float[][] weights, int c) {
    double sum = 0;
    for (float[] row : weights) {
      sum += (Math.abs(row[c]) + 1) * (double) Float.MIN_VALUE;
    }
    return sum;
  }

  private static int top(double[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[best]) {
        best = c;
      }
    }
    return best;
  }

  private static boolean leads(double[] logits, int top, double tolerance) {
    for (int c = 0; c < logits.length; c++) {
      if (c != top && !(logits[top] - logits[c] > tolerance)) {
        return false;
      }
    }
    return true;
  }
}
