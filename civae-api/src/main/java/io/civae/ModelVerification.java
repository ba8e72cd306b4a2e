package io.civae;

/**
 * How well a model reproduces its verification rows.
 *
 * <p>The difference of one kind of output (posterior means, log-variances, scaled reconstructions,
 * logits) is {@code max |actual − expected| / max(1, max |expected|)} over all rows; {@code
 * largestDifference} is the largest of these.
 *
 * @param rows how many observations were compared; 0 when the network overflows on every one
 * @param largestDifference at least 0; infinite if an output is not finite
 */
public record ModelVerification(int rows, double largestDifference) {

  /** Differences up to this are those of float rounding on another engine or machine. */
  public static final double TOLERANCE = 1e-3;

  /**
   * Whether there were rows and all of them came out as expected.
   *
   * @return true when {@code largestDifference} is at most {@link #TOLERANCE}
   */
  public boolean passed() {
    return rows > 0 && largestDifference <= TOLERANCE;
  }
}
