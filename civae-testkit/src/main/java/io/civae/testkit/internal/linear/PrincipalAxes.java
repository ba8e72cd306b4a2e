package io.civae.testkit.internal.linear;

import io.civae.spi.SeededRandom;

/**
 * The directions of largest variance of some rows, by subspace iteration with a few spare
 * directions and a final Rayleigh–Ritz step (Halko, Martinsson and Tropp, 2011); exact when there
 * are no more features than directions.
 *
 * <p>With emphasised directions e, those of largest {@code variance + Σ (eᵀu)²} span the space, and
 * axes are chosen within it.
 */
final class PrincipalAxes {

  private static final int SPARE = 8;
  private static final int ITERATIONS = 8;

  /** A direction this much shorter after projection lies in the span of those before it. */
  private static final double DEPENDENT = 1e-12;

  private final double[] mean;
  private final double[][] axes;
  private final double[][] images;
  private final double[] variances;

  private PrincipalAxes(double[] mean, double[][] axes, double[][] images, double[] variances) {
    this.mean = mean;
    this.axes = axes;
    this.images = images;
    this.variances = variances;
  }

  /** The mean of each feature. */
  double[] mean() {
    return mean;
  }

  /**
   * Orthonormal directions, the largest variance first; the scores of the rows along them are
   * uncorrelated.
   */
  double[][] axes() {
    return axes;
  }

  /**
   * The covariance applied to each axis. Without emphasis, the axis times its variance; divided by
   * the variance, in any case, the coefficients of the features regressed on the score.
   */
  double[][] images() {
    return images;
  }

  /** The variance of the rows along each axis, divisor n. */
  double[] variances() {
    return variances;
  }

  /** As many axes as asked for, or as there are features. */
  static PrincipalAxes of(double[][] rows, double[][] emphasis, int wanted, SeededRandom random) {
    int d = rows[0].length;
    double[] mean = mean(rows);
    double[][] basis = new double[Math.min(d, wanted + SPARE)][d];
    for (double[] vector : basis) {
      fillGaussian(vector, random);
    }
    orthonormalize(basis, random);
    double[][] image = applied(rows, mean, emphasis, basis);
    for (int i = 1; i < ITERATIONS; i++) {
      basis = image;
      orthonormalize(basis, random);
      image = applied(rows, mean, emphasis, basis);
    }
    int count = Math.min(d, wanted);
    double[][] span = combined(ritz(basis, image).vectors(), count, basis);
    double[][] spanImages = applied(rows, mean, new double[0][], span);
    SymmetricEigen within = ritz(span, spanImages);
    double[] variances = new double[count];
    for (int j = 0; j < count; j++) {
      variances[j] = Math.max(0, within.values()[j]);
    }
    return new PrincipalAxes(
        mean,
        combined(within.vectors(), count, span),
        combined(within.vectors(), count, spanImages),
        variances);
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      addScaled(mean, row, 1.0 / rows.length);
    }
    return mean;
  }

  /** The covariance of the rows, plus that of the emphasised directions, applied to a basis. */
  private static double[][] applied(
      double[][] rows, double[] mean, double[][] emphasis, double[][] basis) {
    double[][] image = new double[basis.length][mean.length];
    for (double[] row : rows) {
      double[] centred = row.clone();
      addScaled(centred, mean, -1);
      for (int b = 0; b < basis.length; b++) {
        addScaled(image[b], centred, dot(basis[b], centred) / rows.length);
      }
    }
    for (double[] direction : emphasis) {
      for (int b = 0; b < basis.length; b++) {
        addScaled(image[b], direction, dot(basis[b], direction));
      }
    }
    return image;
  }

  /** The eigenvectors of the projected operator. */
  private static SymmetricEigen ritz(double[][] basis, double[][] image) {
    double[][] projected = new double[basis.length][basis.length];
    for (int i = 0; i < basis.length; i++) {
      for (int j = 0; j <= i; j++) {
        // Symmetric up to rounding; made so exactly.
        projected[i][j] = (dot(basis[i], image[j]) + dot(basis[j], image[i])) / 2;
        projected[j][i] = projected[i][j];
      }
    }
    return SymmetricEigen.of(projected);
  }

  private static double[][] combined(double[][] factors, int count, double[][] vectors) {
    double[][] result = new double[count][vectors[0].length];
    for (int j = 0; j < count; j++) {
      for (int b = 0; b < vectors.length; b++) {
        addScaled(result[j], vectors[b], factors[j][b]);
      }
    }
    return result;
  }

  /** Gram–Schmidt, twice for accuracy; directions that vanish are drawn anew. */
  private static void orthonormalize(double[][] basis, SeededRandom random) {
    for (int b = 0; b < basis.length; b++) {
      while (!normalizedAgainst(basis, b)) {
        fillGaussian(basis[b], random);
      }
    }
  }

  private static boolean normalizedAgainst(double[][] basis, int b) {
    double before = Math.sqrt(dot(basis[b], basis[b]));
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < b; k++) {
        addScaled(basis[b], basis[k], -dot(basis[b], basis[k]));
      }
    }
    double after = Math.sqrt(dot(basis[b], basis[b]));
    if (!(after > DEPENDENT * before)) {
      return false;
    }
    for (int j = 0; j < basis[b].length; j++) {
      basis[b][j] /= after;
    }
    return true;
  }

  private static void fillGaussian(double[] vector, SeededRandom random) {
    for (int j = 0; j < vector.length; j++) {
      vector[j] = random.nextGaussian();
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  static void addScaled(double[] target, double[] source, double factor) {
    for (int j = 0; j < target.length; j++) {
      target[j] += factor * source[j];
    }
  }
}
