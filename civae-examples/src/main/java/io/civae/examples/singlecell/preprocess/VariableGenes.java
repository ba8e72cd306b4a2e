package io.civae.examples.singlecell.preprocess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Highly variable genes by normalised dispersion, as Satija et al. (Nature Biotechnology 33, 2015)
 * define it and scanpy computes it under the name {@code flavor="seurat"}. With mean m and variance
 * v (divisor n − 1) of a gene over normalised values that are not logarithms, the dispersion is d =
 * log(v / m). Genes are put into 20 bins of equal width by log(1 + m); the normalised dispersion is
 * (d − mean of the bin) / standard deviation of the bin (divisor one less than its genes). A gene
 * alone in its bin has 1. A gene that does not vary has none.
 *
 * <p>Chosen over the later "vst" because it takes one pass over a source of any size, works on
 * values that are not counts, and is defined without a smoother whose implementations differ.
 */
public final class VariableGenes {

  private static final int BINS = 20;

  private VariableGenes() {}

  /**
   * The normalised dispersion of each gene.
   *
   * @param means of values at least 0, one per gene
   * @param variances one per gene
   * @return one per gene; NaN for a gene that does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] normalizedDispersions(double[] means, double[] variances) {
    if (means.length != variances.length) {
      throw new IllegalArgumentException(
          "variances (" + variances.length + ") must be as many as means (" + means.length + ")");
    }
    double[] dispersions = new double[means.length];
    double[] logMeans = new double[means.length];
    for (int gene = 0; gene < means.length; gene++) {
      double ratio = means[gene] > 0 ? variances[gene] / means[gene] : 0;
      dispersions[gene] = ratio > 0 ? Math.log(ratio) : Double.NaN;
      logMeans[gene] = Math.log1p(means[gene]);
    }
    int[] bins = bins(logMeans);
    for (int bin = 0; bin < BINS; bin++) {
      int which = bin;
      normalize(
          dispersions,
          IntStream.range(0, bins.length)
              .filter(gene -> bins[gene] == which && !Double.isNaN(dispersions[gene]))
              .toArray());
    }
    return dispersions;
  }

  /** Bins closed on the right; the lowest takes the smallest value in. */
  private static int[] bins(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    double width = (most - least) / BINS;
    int[] bins = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int bin = 0;
      while (bin < BINS - 1 && values[i] > least + (bin + 1) * width) {
        bin++;
      }
      bins[i] = bin;
    }
    return bins;
  }

  private static void normalize(double[] dispersions, int[] members) {
    if (members.length == 1) {
      dispersions[members[0]] = 1;
      return;
    }
    double mean = Arrays.stream(members).mapToDouble(g -> dispersions[g]).sum() / members.length;
    double squares =
        Arrays.stream(members)
            .mapToDouble(g -> (dispersions[g] - mean) * (dispersions[g] - mean))
            .sum();
    double deviation = Math.sqrt(squares / (members.length - 1));
    for (int gene : members) {
      // Genes of a bin that are all alike: none stands out.
      dispersions[gene] = deviation > 0 ? (dispersions[gene] - mean) / deviation : 0;
    }
  }

  /**
   * The genes that stand out most; among equals, those that come first.
   *
   * @param scores one per gene; NaN for those that may not be chosen
   * @param count from 1 to the number of scores that are not NaN
   * @return their positions, ascending
   * @throws IllegalArgumentException if there are not as many
   */
  public static int[] top(double[] scores, int count) {
    int[] eligible =
        IntStream.range(0, scores.length).filter(gene -> !Double.isNaN(scores[gene])).toArray();
    if (count < 1 || count > eligible.length) {
      throw new IllegalArgumentException(
          "variableGenes ("
              + count
              + ") must be from 1 to the number of genes that pass the filter and vary, "
              + eligible.length);
    }
    return Arrays.stream(eligible)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer gene) -> -scores[gene]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
