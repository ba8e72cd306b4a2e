package io.civae.examples.singlecell.statistics;

/**
 * The trend of a gene along a walk: the slope of the least-squares line of its value over the
 * position t, which runs from 0 at the start to 1 at the end,
 *
 * <pre>b = Σ (tᵢ − ½)(xᵢ − x̄) / Σ (tᵢ − ½)²</pre>
 *
 * <p>in units of the gene per whole walk, so that a straight line has its end minus its start. A
 * slope and not a rank correlation, because decoded curves are smooth: nearly each is monotone, so
 * that rank correlations are nearly all ±1 and rank nothing. {@link RankCorrelation} with the
 * positions says beside it whether the change is monotone.
 */
public final class TrendSlope {

  private TrendSlope() {}

  /**
   * The slope of one curve.
   *
   * @param curve values at equally spaced positions from start to end, at least two, finite
   * @return the slope
   * @throws IllegalArgumentException if there are fewer values or one is not finite
   */
  public static double of(double[] curve) {
    Samples.check("curve", curve, 2);
    double[] weights = weights(curve.length);
    double slope = 0;
    for (int i = 0; i < curve.length; i++) {
      slope += weights[i] * curve[i];
    }
    return slope;
  }

  /**
   * What the value at each position counts for in the slope, (tᵢ − ½) / Σ (tᵢ − ½)²: the slope is
   * the sum of values times weights.
   *
   * @param steps the number of positions, at least 2
   * @return one weight per position
   * @throws IllegalArgumentException if there are fewer positions
   */
  public static double[] weights(int steps) {
    if (steps < 2) {
      throw new IllegalArgumentException("steps (" + steps + ") must be at least 2");
    }
    double[] weights = new double[steps];
    double squares = 0;
    for (int i = 0; i < steps; i++) {
      weights[i] = i / (steps - 1.0) - 0.5;
      squares += weights[i] * weights[i];
    }
    for (int i = 0; i < steps; i++) {
      weights[i] /= squares;
    }
    return weights;
  }

  /**
   * Whether a curve goes one way only: its rank correlation with the position.
   *
   * @param curve as for {@link #of}
   * @return from −1 to 1; NaN for a curve that does not vary
   * @throws IllegalArgumentException as {@link #of}
   */
  public static double monotonicity(double[] curve) {
    Samples.check("curve", curve, 2);
    double[] positions = new double[curve.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    return RankCorrelation.of(positions, curve);
  }
}
