package io.civae.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The Fréchet distance between two clouds of points, each seen as a Gaussian (Dowson and Landau,
 * 1982; Heusel et al., 2017): {@code ‖m₁ − m₂‖² + Tr(C₁ + C₂ − 2 (C₁C₂)^½)}, with means m and
 * covariances C (divisor n). Range [0, ∞), 0 for clouds of equal mean and covariance. It falls with
 * the number of points: compare only figures from the same numbers.
 */
public final class FrechetDistance {

  private FrechetDistance() {}

  /**
   * Measures two clouds.
   *
   * @param first {@code [n₁][m]}, n₁ at least 2
   * @param second {@code [n₂][m]}, n₂ at least 2
   * @return the distance, in squared units of the points
   * @throws IllegalArgumentException if a cloud has fewer than two points or the widths differ
   */
  public static double between(float[][] first, float[][] second) {
    check("first", first);
    check("second", second);
    if (first[0].length != second[0].length) {
      throw new IllegalArgumentException(
          "first has "
              + first[0].length
              + " columns and second "
              + second[0].length
              + "; both must have the same");
    }
    double[] firstMean = mean(first);
    double[] secondMean = mean(second);
    DMatrixRMaj firstCovariance = covariance(first, firstMean);
    DMatrixRMaj secondCovariance = covariance(second, secondMean);
    double distance = 0;
    for (int j = 0; j < firstMean.length; j++) {
      double difference = firstMean[j] - secondMean[j];
      distance += difference * difference;
    }
    distance += CommonOps_DDRM.trace(firstCovariance) + CommonOps_DDRM.trace(secondCovariance);
    // (C₁C₂)^½ has the trace of (R C₂ R)^½ with R = C₁^½, which is symmetric.
    DMatrixRMaj root = squareRoot(firstCovariance);
    DMatrixRMaj product = multiply(multiply(root, secondCovariance), root);
    return Math.max(0, distance - 2 * traceOfSquareRoot(product));
  }

  private static void check(String name, float[][] points) {
    if (points.length < 2) {
      throw new IllegalArgumentException(
          name + " has " + points.length + " points; a covariance needs two");
    }
  }

  private static double[] mean(float[][] points) {
    double[] mean = new double[points[0].length];
    for (float[] point : points) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += point[j] / points.length;
      }
    }
    return mean;
  }

  private static DMatrixRMaj covariance(float[][] points, double[] mean) {
    DMatrixRMaj centred = new DMatrixRMaj(points.length, mean.length);
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        centred.set(i, j, points[i][j] - mean[j]);
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(mean.length, mean.length);
    CommonOps_DDRM.multTransA(1.0 / points.length, centred, centred, covariance);
    return covariance;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj symmetric, boolean vectors) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(symmetric.numRows, vectors, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new ArithmeticException("the eigenvalues of a covariance did not converge");
    }
    return eigen;
  }

  private static DMatrixRMaj squareRoot(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(symmetric, true);
    int size = symmetric.numRows;
    DMatrixRMaj vectors = new DMatrixRMaj(size, size);
    DMatrixRMaj scaled = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(k);
      double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(k).getReal()));
      for (int i = 0; i < size; i++) {
        vectors.set(i, k, vector.get(i));
        scaled.set(i, k, root * vector.get(i));
      }
    }
    DMatrixRMaj result = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransB(scaled, vectors, result);
    return result;
  }

  private static double traceOfSquareRoot(DMatrixRMaj product) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(product, false);
    double trace = 0;
    for (int k = 0; k < eigen.getNumberOfEigenvalues(); k++) {
      trace += Math.sqrt(Math.max(0, eigen.getEigenvalue(k).getReal()));
    }
    return trace;
  }

  private static DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj result = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, result);
    return result;
  }
}
