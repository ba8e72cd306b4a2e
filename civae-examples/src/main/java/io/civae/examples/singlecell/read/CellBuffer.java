package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.CellVisitor;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/** Collects the entries of one cell, then hands them over in the order of the genes. */
final class CellBuffer {

  private final GeneList names;
  private final CellTable cells;
  private final int firstNumber;
  private final Function<String, DamagedFileException> damage;
  private int[] genes = new int[1 << 10];
  private float[] values = new float[1 << 10];
  private int size;
  private boolean ascending = true;

  /**
   * A buffer for the cells of one file.
   *
   * @param firstNumber the number that the file's format gives its first gene and cell
   * @param damage makes the error that says what is wrong with the file
   */
  CellBuffer(
      GeneList names,
      CellTable cells,
      int firstNumber,
      Function<String, DamagedFileException> damage) {
    this.names = names;
    this.cells = cells;
    this.firstNumber = firstNumber;
    this.damage = damage;
  }

  /** Adds an entry; a zero is left out. */
  void add(int gene, float value) {
    if (value == 0) {
      return;
    }
    if (size == genes.length) {
      genes = Arrays.copyOf(genes, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    ascending &= size == 0 || gene > genes[size - 1];
    genes[size] = gene;
    values[size++] = value;
  }

  /**
   * Hands the cell over and forgets it.
   *
   * @throws DamagedFileException if a gene has two entries, in which case nothing was handed over
   */
  void handOver(int cell, CellVisitor visitor) throws IOException {
    int count = size;
    if (!ascending) {
      sort();
      for (int i = 1; i < count; i++) {
        if (genes[i] == genes[i - 1]) {
          throw twice(genes[i], cell);
        }
      }
    }
    size = 0;
    ascending = true;
    visitor.visit(cell, count, genes, values);
  }

  private DamagedFileException twice(int gene, int cell) {
    return damage.apply(
        "has two entries for gene "
            + (gene + firstNumber)
            + " ("
            + names.id(gene)
            + ") of cell "
            + (cell + firstNumber)
            + " ("
            + cells.barcodes().get(cell)
            + ")");
  }

  /** Gene and value packed into a long sort by gene; the bits of the value come along. */
  private void sort() {
    long[] packed = new long[size];
    for (int i = 0; i < size; i++) {
      packed[i] = ((long) genes[i] << 32) | (Float.floatToRawIntBits(values[i]) & 0xFFFF_FFFFL);
    }
    Arrays.sort(packed);
    for (int i = 0; i < size; i++) {
      genes[i] = (int) (packed[i] >> 32);
      values[i] = Float.intBitsToFloat((int) packed[i]);
    }
  }
}
