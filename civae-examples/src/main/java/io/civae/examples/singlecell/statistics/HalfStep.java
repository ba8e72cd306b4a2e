package io.civae.examples.singlecell.statistics;

/**
 * Where along a walk half of a gene's change has happened: the first position at which its curve
 * reaches (start + end) / 2, with straight lines between the steps. It orders genes by when they
 * change, within one walk; it is no time.
 */
public final class HalfStep {

  private HalfStep() {}

  /**
   * The position.
   *
   * @param curve values at the steps of the walk, at least two, finite
   * @return from 0 (the start) to the number of steps less one (the end), between steps where the
   *     curve crosses there; NaN when end and start are equal
   * @throws IllegalArgumentException if there are fewer values or one is not finite
   */
  public static double of(double[] curve) {
    Samples.check("curve", curve, 2);
    double start = curve[0];
    double end = curve[curve.length - 1];
    if (start == end) {
      return Double.NaN;
    }
    double direction = Math.signum(end - start);
    double half = start + (end - start) / 2;
    int step = 1;
    while ((curve[step] - half) * direction < 0) {
      step++;
    }
    double before = curve[step - 1];
    return step - 1 + (half - before) / (curve[step] - before);
  }
}
