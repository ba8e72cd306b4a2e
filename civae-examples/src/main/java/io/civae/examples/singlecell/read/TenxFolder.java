package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder as 10x Genomics' Cell Ranger writes it: {@code matrix.mtx} (genes × cells), {@code
 * barcodes.tsv}, and {@code features.tsv} or, before version 3, {@code genes.tsv}; each plain or
 * with {@code .gz}. A matrix of cells × genes, as other programs write it, is recognised by its
 * sizes; one of as many genes as cells is taken for genes × cells.
 *
 * <p>Entries are read from the file on each pass if they stand cell by cell, as they usually do.
 * Otherwise they are put in order in a temporary file.
 */
public final class TenxFolder {

  /** How many entries are looked at to see whether they stand cell by cell. */
  private static final long LOOKED_AT = 100_000;

  private static final List<String> MATRIX = List.of("matrix.mtx", "matrix.mtx.gz");
  private static final List<String> BARCODES = List.of("barcodes.tsv", "barcodes.tsv.gz");
  private static final List<String> GENES =
      List.of("features.tsv", "features.tsv.gz", "genes.tsv", "genes.tsv.gz");

  private TenxFolder() {}

  /**
   * Opens a folder; entries that do not stand cell by cell are sorted.
   *
   * @param folder with the three files
   * @param values what the matrix may hold
   * @return its cells, without annotation; close them, there may be a temporary file
   * @throws DamagedFileException if a file is missing, there twice, damaged, or does not fit the
   *     others; the message names it and the line
   * @throws IOException if a file cannot be read
   */
  public static CellSource open(Path folder, Values values) throws IOException {
    return open(folder, values, false);
  }

  /**
   * Opens a folder.
   *
   * @param folder with the three files
   * @param values what the matrix may hold
   * @param sorting whether to sort the entries even if the first of them stand cell by cell
   * @return its cells, without annotation; close them, there may be a temporary file
   * @throws DamagedFileException as {@link #open(Path, Values)}
   * @throws IOException if a file cannot be read
   */
  public static CellSource open(Path folder, Values values, boolean sorting) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DamagedFileException(folder.toString(), "must be a folder with " + MATRIX.get(0));
    }
    MatrixMarketFile matrix = MatrixMarketFile.open(only(folder, MATRIX));
    NameFile geneFile = new NameFile(only(folder, GENES), "gene");
    NameFile cellFile = new NameFile(only(folder, BARCODES), "barcode");
    GeneList genes = geneFile.genes();
    CellTable cells = cellFile.cells();
    boolean cellsInColumns = matrix.rows() == genes.size() && matrix.columns() == cells.size();
    boolean cellsInRows = matrix.rows() == cells.size() && matrix.columns() == genes.size();
    if (!cellsInColumns && !cellsInRows) {
      throw matrix
          .file()
          .damaged(
              "is of "
                  + matrix.rows()
                  + " x "
                  + matrix.columns()
                  + ", must be of genes x cells: "
                  + genes.size()
                  + " in "
                  + geneFile.file().path().getFileName()
                  + ", "
                  + cells.size()
                  + " in "
                  + cellFile.file().path().getFileName());
    }
    MatrixMarketCells streamed =
        new MatrixMarketCells(matrix, cellsInColumns, values, genes, cells);
    if (!sorting && streamed.startsCellByCell(LOOKED_AT)) {
      return streamed;
    }
    return SortedCells.of(matrix.file().path().toString(), genes, cells, streamed::forEachEntry);
  }

  private static DataFile only(Path folder, List<String> names) throws DamagedFileException {
    List<String> found =
        names.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).toList();
    if (found.size() != 1) {
      throw new DamagedFileException(
          folder.toString(),
          found.isEmpty()
              ? "must have one of the files " + names
              : "has " + found + ", must have one of them only");
    }
    return new DataFile(folder.resolve(found.get(0)));
  }
}
