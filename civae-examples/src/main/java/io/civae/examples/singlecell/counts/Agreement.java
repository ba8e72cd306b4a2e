package io.civae.examples.singlecell.counts;

/** How well two series of numbers agree, taken pair by pair. */
final class Agreement {

  private long count;
  private double sumA;
  private double sumB;
  private double squaresA;
  private double squaresB;
  private double products;
  private double squaredDifferences;

  void add(double a, double b) {
    count++;
    sumA += a;
    sumB += b;
    squaresA += a * a;
    squaresB += b * b;
    products += a * b;
    squaredDifferences += (a - b) * (a - b);
  }

  /** Pearson's correlation. */
  double correlation() {
    double covariance = products - sumA * sumB / count;
    return covariance
        / Math.sqrt((squaresA - sumA * sumA / count) * (squaresB - sumB * sumB / count));
  }

  double rootMeanSquare() {
    return Math.sqrt(squaredDifferences / count);
  }
}
