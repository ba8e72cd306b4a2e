package io.civae.evaluation;

/** Euclidean distances in double. */
final class Distances {

  private Distances() {}

  static double squared(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }

  static double euclidean(float[] a, float[] b) {
    return Math.sqrt(squared(a, b));
  }
}
