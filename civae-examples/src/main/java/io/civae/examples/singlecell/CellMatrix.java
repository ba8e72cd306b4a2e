package io.civae.examples.singlecell;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Cells × genes in memory as compressed sparse rows: 8 bytes for each value that is not zero, 2³¹
 * values at most. Immutable and safe to read from many threads.
 */
public final class CellMatrix implements CellSource {

  private static final int FIRST_CAPACITY = 1 << 16;

  private final GeneList genes;
  private final CellTable cells;
  private final int[] starts;
  private final int[] columns;
  private final float[] values;

  private CellMatrix(Filling filling, GeneList genes, CellTable cells) {
    this.genes = genes;
    this.cells = cells;
    this.starts = filling.starts;
    this.columns = Arrays.copyOf(filling.columns, filling.size);
    this.values = Arrays.copyOf(filling.values, filling.size);
  }

  /**
   * Reads a source into memory.
   *
   * @param source passed over once
   * @return a copy of it
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it has more values than an array can hold
   */
  public static CellMatrix copyOf(CellSource source) throws IOException {
    Filling filling = new Filling(source.cells().size());
    source.forEach(filling);
    return new CellMatrix(filling, source.genes(), source.cells());
  }

  @Override
  public GeneList genes() {
    return genes;
  }

  @Override
  public CellTable cells() {
    return cells;
  }

  /**
   * The number of values that are not zero.
   *
   * @return at least 0
   */
  public int entries() {
    return columns.length;
  }

  /**
   * One value.
   *
   * @param cell from 0 to {@code cells().size() − 1}
   * @param gene from 0 to {@code genes().size() − 1}
   * @return the value, 0 where none is stored
   * @throws IndexOutOfBoundsException if the cell or the gene does not exist
   */
  public float value(int cell, int gene) {
    Objects.checkIndex(cell, cells.size());
    Objects.checkIndex(gene, genes.size());
    int at = Arrays.binarySearch(columns, starts[cell], starts[cell + 1], gene);
    return at < 0 ? 0 : values[at];
  }

  @Override
  public void forEach(CellVisitor visitor) throws IOException {
    int longest = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      longest = Math.max(longest, starts[cell + 1] - starts[cell]);
    }
    int[] rowGenes = new int[longest];
    float[] rowValues = new float[longest];
    for (int cell = 0; cell < cells.size(); cell++) {
      int size = starts[cell + 1] - starts[cell];
      System.arraycopy(columns, starts[cell], rowGenes, 0, size);
      System.arraycopy(values, starts[cell], rowValues, 0, size);
      visitor.visit(cell, size, rowGenes, rowValues);
    }
  }

  /** Arrays that grow with what arrives. */
  private static final class Filling implements CellVisitor {

    private final int[] starts;
    private int[] columns = new int[FIRST_CAPACITY];
    private float[] values = new float[FIRST_CAPACITY];
    private int size;

    Filling(int cells) {
      starts = new int[cells + 1];
    }

    @Override
    public void visit(int cell, int count, int[] genes, float[] row) {
      long needed = (long) size + count;
      if (needed > columns.length) {
        grow(needed);
      }
      System.arraycopy(genes, 0, columns, size, count);
      System.arraycopy(row, 0, values, size, count);
      size += count;
      starts[cell + 1] = size;
    }

    private void grow(long needed) {
      int most = Integer.MAX_VALUE - 8;
      if (needed > most) {
        throw new IllegalArgumentException(
            "entries (at least "
                + needed
                + ") must be at most "
                + most
                + " to fit into memory; pass over the source instead");
      }
      int capacity = (int) Math.min(most, Math.max(needed, columns.length * 3L / 2));
      columns = Arrays.copyOf(columns, capacity);
      values = Arrays.copyOf(values, capacity);
    }
  }
}
