package io.civae.internal.walk;

/** Euclidean geometry of float vectors, in double. */
public final class Vectors {

  private Vectors() {}

  /**
   * The squared distance.
   *
   * @param a a vector
   * @param b another of the same length
   * @return {@code ‖a − b‖²}
   */
  public static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * The distance.
   *
   * @param a a vector
   * @param b another of the same length
   * @return {@code ‖a − b‖}
   */
  public static double distance(float[] a, float[] b) {
    return Math.sqrt(squaredDistance(a, b));
  }
}
