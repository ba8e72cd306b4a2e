package io.civae.internal.augment;

import java.util.Arrays;

/**
 * Rows seen along a few directions: what bounds their distances from below without looking at every
 * feature. With c the mean, Q orthonormal columns, {@code p = Qᵀ(x − c)} and {@code r² = ‖x − c‖² −
 * ‖p‖²}, Pythagoras and the triangle inequality give {@code ‖x − y‖² ≥ ‖p_x − p_y‖² + (r_x −
 * r_y)²}. The directions are roughly the principal ones, by orthogonal iteration: any others would
 * be right too, but bound less.
 */
final class PrincipalShadows {

  private static final int DIRECTIONS = 32;
  private static final int ITERATIONS = 3;

  /** Rows that the directions are found from, at most. */
  private static final int MOST_ROWS = 1_000;

  /** What is left of a direction after the others were taken out of it, if anything. */
  private static final double SMALLEST_NORM = 1e-6;

  /** Of the squared lengths: far above what rounding does to a bound, far below what it tells. */
  private static final double ROUNDING = 1e-6;

  private final double[] centre;
  private final double[][] directions;

  /** One array for each entry of a shadow, so that the loop over rows is the inner one. */
  private final double[][] shadows;

  private PrincipalShadows(double[] centre, double[][] directions, float[][] rows) {
    this.centre = centre;
    this.directions = directions;
    shadows = new double[directions.length + 2][rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] shadow = shadow(rows[i]);
      for (int k = 0; k < shadow.length; k++) {
        shadows[k][i] = shadow[k];
      }
    }
  }

  static PrincipalShadows of(float[][] rows) {
    double[] centre = mean(rows);
    int used = Math.min(MOST_ROWS, rows.length);
    double[][] centred = new double[used][];
    for (int i = 0; i < used; i++) {
      centred[i] = minus(rows[(int) ((long) i * rows.length / used)], centre);
    }
    int wanted = Math.min(DIRECTIONS, Math.min(used, centre.length));
    double[][] q = new double[wanted][];
    for (int m = 0; m < wanted; m++) {
      q[m] = centred[(int) ((long) m * used / wanted)].clone();
    }
    q = orthonormal(q);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      q = orthonormal(towardsVariance(centred, q));
    }
    return new PrincipalShadows(centre, q, rows);
  }

  private static double[] mean(float[][] rows) {
    double[] mean = new double[rows[0].length];
    for (float[] row : rows) {
      for (int f = 0; f < mean.length; f++) {
        mean[f] += row[f];
      }
    }
    for (int f = 0; f < mean.length; f++) {
      mean[f] /= rows.length;
    }
    return mean;
  }

  private static double[] minus(float[] row, double[] centre) {
    double[] difference = new double[centre.length];
    for (int f = 0; f < centre.length; f++) {
      difference[f] = row[f] - centre[f];
    }
    return difference;
  }

  /** Each direction multiplied by the scatter matrix. */
  private static double[][] towardsVariance(double[][] centred, double[][] q) {
    double[][] turned = new double[q.length][];
    for (int m = 0; m < q.length; m++) {
      turned[m] = new double[q[m].length];
      for (double[] row : centred) {
        add(turned[m], dot(row, q[m]), row);
      }
    }
    return turned;
  }

  /** Gram and Schmidt, twice, which is enough; directions that the others span are left out. */
  private static double[][] orthonormal(double[][] vectors) {
    double[][] kept = new double[vectors.length][];
    int count = 0;
    for (double[] vector : vectors) {
      double before = Math.sqrt(dot(vector, vector));
      for (int round = 0; round < 2; round++) {
        for (int k = 0; k < count; k++) {
          add(vector, -dot(vector, kept[k]), kept[k]);
        }
      }
      double norm = Math.sqrt(dot(vector, vector));
      if (norm > SMALLEST_NORM * before) {
        for (int f = 0; f < vector.length; f++) {
          vector[f] /= norm;
        }
        kept[count++] = vector;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static void add(double[] target, double factor, double[] vector) {
    for (int f = 0; f < target.length; f++) {
      target[f] += factor * vector[f];
    }
  }

  /** Four sums at once: one would wait for itself at every step. */
  private static double dot(double[] a, double[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int f = 0;
    for (; f + 3 < a.length; f += 4) {
      first += a[f] * b[f];
      second += a[f + 1] * b[f + 1];
      third += a[f + 2] * b[f + 2];
      fourth += a[f + 3] * b[f + 3];
    }
    for (; f < a.length; f++) {
      first += a[f] * b[f];
    }
    return (first + second) + (third + fourth);
  }

  /** One row's p, then r, then ‖x − c‖². */
  private double[] shadow(float[] row) {
    double[] centred = minus(row, centre);
    int m = directions.length;
    double[] shadow = new double[m + 2];
    double seen = 0;
    for (int k = 0; k < m; k++) {
      shadow[k] = dot(centred, directions[k]);
      seen += shadow[k] * shadow[k];
    }
    double square = dot(centred, centred);
    shadow[m] = Math.sqrt(Math.max(0, square - seen));
    shadow[m + 1] = square;
    return shadow;
  }

  /**
   * Bounds from below.
   *
   * @param x another row
   * @return one for the squared distance of x to each row, rounding allowed for
   */
  double[] bounds(float[] x) {
    double[] own = shadow(x);
    int last = own.length - 1;
    double[] bounds = new double[shadows[last].length];
    for (int i = 0; i < bounds.length; i++) {
      // r comes from a difference of squares: where it is near 0, half of its digits are noise.
      bounds[i] = -ROUNDING * (own[last] + shadows[last][i]);
    }
    for (int k = 0; k < last; k++) {
      double at = own[k];
      double[] others = shadows[k];
      for (int i = 0; i < bounds.length; i++) {
        double difference = at - others[i];
        bounds[i] += difference * difference;
      }
    }
    return bounds;
  }
}
