package io.civae.examples.singlecell.preprocess;

import io.civae.examples.singlecell.CellSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The second pass: mean and variance of each gene over normalised values of the cells kept. */
final class GeneMoments {

  private final int cells;
  private final double[] sums;
  private final double[] squares;

  private GeneMoments(int cells, int genes) {
    this.cells = cells;
    this.sums = new double[genes];
    this.squares = new double[genes];
  }

  static GeneMoments of(
      CellSource source, CellQuality quality, double[] librarySizes, Optional<Double> targetSum)
      throws IOException {
    if (librarySizes.length < 2) {
      throw new IllegalArgumentException(
          "cells (" + librarySizes.length + ") must be at least 2 to select variable genes");
    }
    GeneMoments moments = new GeneMoments(librarySizes.length, source.genes().size());
    int[] row = {0};
    source.forEach(
        (cell, size, genes, values) -> {
          if (!quality.isKept(cell)) {
            return;
          }
          double librarySize = librarySizes[row[0]++];
          double scale = targetSum.isPresent() ? targetSum.get() / librarySize : 1;
          for (int i = 0; i < size; i++) {
            double value = values[i] * scale;
            if (!(value >= 0)) {
              throw new IllegalArgumentException(
                  "value ("
                      + value
                      + ") of gene "
                      + source.genes().id(genes[i])
                      + " in cell "
                      + source.cells().barcodes().get(cell)
                      + " must not be negative where variable genes are selected");
            }
            moments.sums[genes[i]] += value;
            moments.squares[genes[i]] += value * value;
          }
        });
    return moments;
  }

  double[] means(int[] genes) {
    return Arrays.stream(genes).mapToDouble(gene -> sums[gene] / cells).toArray();
  }

  /** With the divisor n − 1. */
  double[] variances(int[] genes) {
    return Arrays.stream(genes)
        .mapToDouble(
            gene -> {
              double around = squares[gene] - sums[gene] * sums[gene] / cells;
              return Math.max(0, around) / (cells - 1);
            })
        .toArray();
  }
}
