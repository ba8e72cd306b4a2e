package io.civae.examples.command;

import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.read.CellTableFile;
import io.civae.examples.singlecell.read.DelimitedMatrix;
import io.civae.examples.singlecell.read.H5adFile;
import io.civae.examples.singlecell.read.TenxFolder;
import io.civae.examples.singlecell.read.Values;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where counts and their annotation come from. */
final class CellInput {

  /** One of the three kinds of matrix. */
  static final class Matrix {

    @Option(
        names = "--tenx",
        paramLabel = "DIR",
        description =
            "A 10x folder: matrix.mtx, barcodes.tsv and features.tsv or genes.tsv, plain or .gz.")
    @Nullable Path tenx;

    @Option(
        names = "--h5ad",
        paramLabel = "FILE",
        description = "An AnnData file; --matrix says which matrix of it has the counts.")
    @Nullable Path h5ad;

    @Option(
        names = "--csv",
        paramLabel = "FILE",
        description = "A table of counts, comma- or tab-separated: a row for each cell.")
    @Nullable Path csv;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  Matrix matrix = new Matrix();

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      description = "With --h5ad: X, raw/X or layers/NAME. Default: ${DEFAULT-VALUE}")
  String h5adMatrix = H5adFile.X;

  @Option(names = "--genes-in-rows", description = "With --csv: the table has a row for each gene.")
  boolean genesInRows;

  @Option(
      names = "--cells",
      paramLabel = "FILE",
      description =
          "Annotation, comma- or tab-separated: a header, a row for each barcode. Needed but for"
              + " --h5ad, whose obs it adds to.")
  @Nullable Path cells;

  /**
   * Refuses options that would go unheeded, and missing annotation.
   *
   * @throws IllegalArgumentException if a rule is broken
   */
  boolean check() {
    if (matrix.h5ad == null && !h5adMatrix.equals(H5adFile.X)) {
      throw new IllegalArgumentException("--matrix (" + h5adMatrix + ") is for --h5ad only");
    }
    if (matrix.csv == null && genesInRows) {
      throw new IllegalArgumentException("--genes-in-rows is for --csv only");
    }
    if (matrix.h5ad == null && cells == null) {
      throw new IllegalArgumentException("--cells must name the annotation of the cells");
    }
    return true;
  }

  /**
   * Opens counts and annotation; the caller closes them.
   *
   * @param streams hear of cells without annotation, which are left out
   * @throws IOException if a file cannot be read or is damaged
   */
  CellSource open(Streams streams) throws IOException {
    CellSource counts = counts();
    if (cells == null) {
      return counts;
    }
    try {
      AnnotatedCells joined =
          AnnotatedCells.join(counts, CellTableFile.read(cells), AnnotatedCells.Unmatched.DROP);
      if (joined.droppedCells() > 0 || joined.unusedRows() > 0) {
        streams
            .err()
            .println(
                joined.droppedCells()
                    + " cells without annotation are left out; "
                    + joined.unusedRows()
                    + " annotations have no cell");
        streams.err().flush();
      }
      return joined;
    } catch (IOException | RuntimeException e) {
      counts.close();
      throw e;
    }
  }

  private CellSource counts() throws IOException {
    if (matrix.tenx != null) {
      return TenxFolder.open(matrix.tenx, Values.COUNTS);
    }
    if (matrix.h5ad != null) {
      return H5adFile.open(matrix.h5ad).matrix(h5adMatrix, Values.COUNTS);
    }
    if (matrix.csv != null) {
      DelimitedMatrix.Layout layout =
          genesInRows
              ? DelimitedMatrix.Layout.GENES_BY_CELLS
              : DelimitedMatrix.Layout.CELLS_BY_GENES;
      return DelimitedMatrix.open(matrix.csv, layout, Values.COUNTS);
    }
    throw new IllegalStateException("the command line asks for one of the three");
  }
}
