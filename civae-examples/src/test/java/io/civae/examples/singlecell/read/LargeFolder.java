package io.civae.examples.singlecell.read;

import io.civae.spi.SeededRandom;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a 10x folder of any size, a cell at a time. Five of a hundred counts are not zero: of the
 * rarest gene two, of the most frequent one eight, so that a gene of any mean has others like it.
 * Every hundredth gene is special: four times as high in every fourth cell and absent from the
 * others, so that its mean is like those of the others and its variance is larger.
 */
final class LargeFolder {

  private static final int SPECIAL = 100;

  /** Of the most frequent gene. Levels are even between the least one and 1: 0.05 on average. */
  private static final double DENSITY = 0.08;

  private static final double LEAST_LEVEL = 0.25;
  private static final double GOLDEN = 0.6180339887498949;
  private static final int GROUPS = 4;
  private static final String GENE = "gene";

  private final int cells;
  private final int genes;
  private long entries;
  private long sum;

  LargeFolder(int cells, int genes) {
    this.cells = cells;
    this.genes = genes;
  }

  /** Whether a gene, by its id, is special. */
  static boolean isSpecial(String gene) {
    return Integer.parseInt(gene.substring(GENE.length())) % SPECIAL == 0;
  }

  /** Whether a cell is one of those that have the special genes. */
  static boolean isRaised(int cell) {
    return cell % GROUPS == 0;
  }

  int specialGenes() {
    return (genes + SPECIAL - 1) / SPECIAL;
  }

  long entries() {
    return entries;
  }

  long sum() {
    return sum;
  }

  LargeFolder write(Path folder) throws IOException {
    names(folder.resolve("barcodes.tsv"), "cell", cells);
    names(folder.resolve("features.tsv"), GENE, genes);
    // The number of entries stands in front of them, so that they are drawn twice.
    pass(OutputStream.nullOutputStream());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("matrix.mtx")), 1 << 16)) {
      String header =
          "%%MatrixMarket matrix coordinate integer general\n"
              + genes
              + " "
              + cells
              + " "
              + entries
              + "\n";
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      pass(out);
    }
    return this;
  }

  private static void names(Path file, String prefix, int count) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        out.write((prefix + i + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** The density of a gene against that of the most frequent one. */
  private static double level(int gene) {
    return LEAST_LEVEL + (1 - LEAST_LEVEL) * (gene * GOLDEN % 1);
  }

  private void pass(OutputStream out) throws IOException {
    entries = 0;
    sum = 0;
    byte[] line = new byte[40];
    double logAbsent = Math.log1p(-DENSITY);
    for (int cell = 0; cell < cells; cell++) {
      SeededRandom random = SeededRandom.of(20, cell);
      int gene = -1;
      while (true) {
        gene += 1 + (int) (Math.log1p(-random.nextDouble()) / logAbsent);
        if (gene >= genes) {
          break;
        }
        if (random.nextDouble() > level(gene)) {
          continue;
        }
        int count = 1 + Long.numberOfTrailingZeros(random.nextLong() | 1L << 8);
        if (gene % SPECIAL == 0) {
          if (!isRaised(cell)) {
            continue;
          }
          count *= GROUPS;
        }
        entries++;
        sum += count;
        int at =
            number(
                line,
                number(line, number(line, line.length - 1, '\n', count), ' ', cell + 1),
                ' ',
                gene + 1);
        out.write(line, at + 1, line.length - at - 1);
      }
    }
  }

  /** Writes a number and what follows it so that it ends at a place; the place before it. */
  private static int number(byte[] line, int end, char after, int value) {
    int at = end;
    line[at--] = (byte) after;
    int rest = value;
    do {
      line[at--] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return at;
  }
}
