package io.civae.examples.singlecell.preprocess;

import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The first pass: which cells pass the filters, their sums, and how many of them show each gene.
 */
final class CellQuality {

  private static final String MITOCHONDRIAL = "mt-";

  private final boolean[] kept;
  private final double[] sums;
  private final int[] cellsOfGene;

  private CellQuality(int cells, int genes) {
    kept = new boolean[cells];
    sums = new double[cells];
    cellsOfGene = new int[genes];
  }

  static CellQuality of(CellSource source, PreprocessingPlan plan) throws IOException {
    boolean[] mitochondrial = mitochondrial(source.genes(), plan);
    CellQuality quality = new CellQuality(source.cells().size(), source.genes().size());
    source.forEach(
        (cell, size, genes, values) -> {
          double sum = 0;
          double inMitochondria = 0;
          for (int i = 0; i < size; i++) {
            sum += values[i];
            inMitochondria += mitochondrial[genes[i]] ? values[i] : 0;
          }
          quality.sums[cell] = sum;
          quality.kept[cell] =
              size >= plan.minGenesPerCell()
                  && (plan.maxMitochondrialShare() == 1
                      || inMitochondria <= plan.maxMitochondrialShare() * sum);
          for (int i = 0; i < size && quality.kept[cell]; i++) {
            quality.cellsOfGene[genes[i]]++;
          }
        });
    return quality;
  }

  private static boolean[] mitochondrial(GeneList genes, PreprocessingPlan plan) {
    boolean[] found = new boolean[genes.size()];
    if (plan.maxMitochondrialShare() == 1) {
      return found;
    }
    boolean any = false;
    for (int gene = 0; gene < found.length; gene++) {
      found[gene] = genes.name(gene).toLowerCase(Locale.ROOT).startsWith(MITOCHONDRIAL);
      any |= found[gene];
    }
    if (!any) {
      throw new IllegalArgumentException(
          "maxMitochondrialShare ("
              + plan.maxMitochondrialShare()
              + ") must be 1 for a source without genes named MT-…");
    }
    return found;
  }

  boolean isKept(int cell) {
    return kept[cell];
  }

  /** The rows of the cells kept, ascending. */
  int[] keptCells() {
    return IntStream.range(0, kept.length).filter(cell -> kept[cell]).toArray();
  }

  /** The sum over all genes of a cell. */
  double sum(int cell) {
    return sums[cell];
  }

  /** In how many of the cells kept a gene is not zero. */
  int cellsOf(int gene) {
    return cellsOfGene[gene];
  }
}
