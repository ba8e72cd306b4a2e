package io.civae.examples.singlecell;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A source joined with a table of annotation by barcode. The cells keep the order of the source.
 * Immutable.
 */
public final class AnnotatedCells implements CellSource {

  /** What happens to cells and annotations without a partner. */
  public enum Unmatched {
    /** They are an error that says how many there are. */
    REFUSE,
    /** They are left out; {@link #droppedCells()} and {@link #unusedRows()} say how many. */
    DROP
  }

  private final CellSource source;
  private final CellTable cells;
  private final int[] kept;
  private final int unusedRows;

  private AnnotatedCells(CellSource source, CellTable cells, int[] kept, int unusedRows) {
    this.source = source;
    this.cells = cells;
    this.kept = kept;
    this.unusedRows = unusedRows;
  }

  /**
   * Joins by barcode; annotation the source already has stays, unless the table has a column of the
   * same name.
   *
   * @param source the cells; closed together with the result
   * @param annotation a row per cell, in any order
   * @param unmatched what happens to cells without a row and to rows without a cell
   * @return the joined source
   * @throws IllegalArgumentException if no barcode matches, or one has no partner and {@code
   *     unmatched} is {@link Unmatched#REFUSE}
   */
  public static AnnotatedCells join(CellSource source, CellTable annotation, Unmatched unmatched) {
    CellTable own = source.cells();
    int[] kept =
        IntStream.range(0, own.size())
            .filter(row -> annotation.find(own.barcodes().get(row)).isPresent())
            .toArray();
    int dropped = own.size() - kept.length;
    int unused = annotation.size() - kept.length;
    if (kept.length == 0) {
      throw new IllegalArgumentException(
          "annotation has none of the "
              + own.size()
              + " barcodes of the matrix (its first is \""
              + annotation.barcodes().get(0)
              + "\", the matrix's \""
              + own.barcodes().get(0)
              + "\"); barcodes must be spelt alike");
    }
    if (unmatched == Unmatched.REFUSE && (dropped > 0 || unused > 0)) {
      throw new IllegalArgumentException(
          dropped
              + " of "
              + own.size()
              + " cells have no annotation"
              + example(own, annotation, dropped)
              + " and "
              + unused
              + " of "
              + annotation.size()
              + " annotations have no cell"
              + example(annotation, own, unused)
              + "; all must match unless the others are to be dropped");
    }
    int[] rows =
        Arrays.stream(kept)
            .map(row -> annotation.find(own.barcodes().get(row)).orElseThrow())
            .toArray();
    CellTable joined = own.select(kept).withColumnsOf(annotation.select(rows));
    return new AnnotatedCells(source, joined, kept, unused);
  }

  private static String example(CellTable from, CellTable absentIn, int count) {
    if (count == 0) {
      return "";
    }
    String first =
        from.barcodes().stream()
            .filter(barcode -> absentIn.find(barcode).isEmpty())
            .findFirst()
            .orElseThrow();
    return " (the first is \"" + first + "\")";
  }

  /**
   * How many cells of the source were left out because they have no annotation.
   *
   * @return at least 0
   */
  public int droppedCells() {
    return source.cells().size() - kept.length;
  }

  /**
   * How many rows of the annotation belong to no cell of the source.
   *
   * @return at least 0
   */
  public int unusedRows() {
    return unusedRows;
  }

  @Override
  public GeneList genes() {
    return source.genes();
  }

  @Override
  public CellTable cells() {
    return cells;
  }

  @Override
  public void forEach(CellVisitor visitor) throws IOException {
    int[] next = {0};
    source.forEach(
        (cell, size, genes, values) -> {
          if (next[0] < kept.length && kept[next[0]] == cell) {
            visitor.visit(next[0], size, genes, values);
            next[0]++;
          }
        });
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
