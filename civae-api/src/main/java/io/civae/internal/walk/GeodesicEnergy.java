package io.civae.internal.walk;

import io.civae.Decoder;
import java.util.Arrays;

/**
 * Minimises {@code E = Σ_i ‖g(z_{i+1}) − g(z_i)‖²} over the points between two fixed ends, by
 * Levenberg's and Marquardt's method: with J_i the Jacobian of g at z_i, each step solves {@code (2
 * J_iᵀJ_i + λD) δ_i − J_iᵀJ_{i−1} δ_{i−1} − J_iᵀJ_{i+1} δ_{i+1} = −J_iᵀ(2 g_i − g_{i−1} −
 * g_{i+1})}, which never accepts a higher energy.
 */
final class GeodesicEnergy {

  /** Points between the ends; with them the line has 16 pieces. */
  static final int INTERIOR = 15;

  private static final int MOST_STEPS = 10;
  private static final int MOST_TRIALS = 20;
  private static final double SMALLEST_GAIN = 1e-4;

  private final Decoder decoder;
  private final DecoderJacobian jacobian;
  private final int h;
  private float[][] latents;
  private float[][] decoded;

  GeodesicEnergy(Decoder decoder, float[] from, float[] to) {
    this.decoder = decoder;
    this.jacobian = new DecoderJacobian(decoder);
    this.h = from.length;
    this.latents = LinearTraversal.INSTANCE.latents(from, to, INTERIOR + 2);
    this.decoded = decoder.decode(latents);
  }

  /** The points of the lowest energy found, ends included. */
  float[][] minimise() {
    double damping = 1e-3;
    int trials = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double energy = energy(decoded);
      NormalEquations equations = equations();
      boolean improved = false;
      while (!improved && trials < MOST_TRIALS) {
        trials++;
        float[][] moved = moved(equations.solve(damping));
        float[][] image = finite(moved) ? decoder.decode(moved) : decoded;
        improved = energy(image) < energy;
        damping *= improved ? 0.2 : 10;
        if (improved) {
          latents = moved;
          decoded = image;
        }
      }
      if (!improved || energy - energy(decoded) < SMALLEST_GAIN * energy) {
        break;
      }
    }
    return latents;
  }

  private NormalEquations equations() {
    double[][][] jacobians =
        jacobian.at(
            Arrays.copyOfRange(latents, 1, INTERIOR + 1),
            Arrays.copyOfRange(decoded, 1, INTERIOR + 1));
    NormalEquations equations = new NormalEquations(INTERIOR, h);
    for (int i = 0; i < INTERIOR; i++) {
      float[] before = decoded[i];
      float[] here = decoded[i + 1];
      float[] after = decoded[i + 2];
      for (int a = 0; a < h; a++) {
        double[] column = jacobians[i][a];
        double pull = 0;
        for (int f = 0; f < column.length; f++) {
          pull += column[f] * (2.0 * here[f] - before[f] - after[f]);
        }
        equations.rightHandSide(i, a, -pull);
        for (int b = 0; b <= a; b++) {
          equations.diagonal(i, a, b, 2 * dot(column, jacobians[i][b]));
        }
        for (int b = 0; i > 0 && b < h; b++) {
          equations.below(i, a, b, -dot(column, jacobians[i - 1][b]));
        }
      }
    }
    return equations;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }

  private float[][] moved(double[] step) {
    float[][] moved = latents.clone();
    for (int i = 0; i < INTERIOR; i++) {
      float[] z = latents[i + 1].clone();
      for (int j = 0; j < h; j++) {
        z[j] = (float) (z[j] + step[i * h + j]);
      }
      moved[i + 1] = z;
    }
    return moved;
  }

  private static boolean finite(float[][] rows) {
    for (float[] row : rows) {
      for (float value : row) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double energy(float[][] decoded) {
    double sum = 0;
    for (int i = 1; i < decoded.length; i++) {
      sum += Vectors.squaredDistance(decoded[i - 1], decoded[i]);
    }
    return sum;
  }
}
