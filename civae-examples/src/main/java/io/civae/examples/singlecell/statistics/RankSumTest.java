package io.civae.examples.singlecell.statistics;

/**
 * The rank-sum test of Wilcoxon (1945) and of Mann and Whitney (1947) in its normal approximation,
 * the usual baseline for differential expression. U counts the pairs in which the first value is
 * the larger, ties as half. Its variance under the null is corrected for ties:
 *
 * <pre>var U = n₁ n₂ / 12 · ((n + 1) − Σ(t³ − t) / (n (n − 1)))</pre>
 *
 * <p>and |U − n₁ n₂ / 2| is reduced by ½ for continuity. Good from about 8 values on each side.
 *
 * @param u from 0 to n₁ n₂
 * @param z (U − n₁ n₂ / 2), brought half a unit nearer to 0, over its standard deviation; positive
 *     when the first sample is larger; 0 when all values are equal
 * @param pValue of both sides together; 1 when all values are equal
 * @param auc U / (n₁ n₂): the probability that a value of the first sample is the larger
 */
public record RankSumTest(double u, double z, double pValue, double auc) {

  /**
   * Tests two samples.
   *
   * @param first at least one finite value
   * @param second at least one finite value
   * @return the test
   * @throws IllegalArgumentException if a sample is empty or a value is not finite
   */
  public static RankSumTest of(double[] first, double[] second) {
    Samples.check("first", first, 1);
    Samples.check("second", second, 1);
    double[] all = new double[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Ranks ranks = Ranks.of(all);
    double n1 = first.length;
    double n2 = second.length;
    double n = n1 + n2;
    double u = ranks.sumOfFirst(first.length) - n1 * (n1 + 1) / 2;
    double variance = n1 * n2 / 12 * ((n + 1) - ranks.tieTerm() / (n * (n - 1)));
    double excess = u - n1 * n2 / 2;
    double corrected = Math.copySign(Math.max(0, Math.abs(excess) - 0.5), excess);
    double z = variance > 0 ? corrected / Math.sqrt(variance) : 0;
    return new RankSumTest(u, z, NormalTail.twoSided(z), u / (n1 * n2));
  }
}
