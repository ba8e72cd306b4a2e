package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An AnnData file ({@code .h5ad}, HDF5) as AnnData writes it since version 0.7: cells with their
 * annotation, and one or more matrices over them, each dense or sparse by rows (CSR) or columns
 * (CSC). Immutable; no file stays open between passes.
 *
 * <p>A matrix is read straight from the file on each pass, except a column-compressed one, which is
 * put in order in a temporary file.
 */
public final class H5adFile {

  /** The main matrix. */
  public static final String X = "X";

  /** The matrix kept from before genes were selected and values scaled. */
  public static final String RAW = "raw/X";

  private static final Pattern MATRIX = Pattern.compile("X|raw/X|layers/[^/]+");

  private final Path path;
  private final CellTable cells;
  private final Map<String, String> unreadColumns;

  private H5adFile(Path path, CellTable cells, Map<String, String> unreadColumns) {
    this.path = path;
    this.cells = cells;
    this.unreadColumns = unreadColumns;
  }

  /**
   * Opens a file and reads its cells.
   *
   * @param path of the file
   * @return the file
   * @throws DamagedFileException if it is missing or damaged; the message names the part
   * @throws IOException if it cannot be read
   */
  public static H5adFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new DamagedFileException(path.toString(), "must be an existing file");
    }
    return Hdf5Part.read(path, root -> open(path, root));
  }

  private static H5adFile open(Path path, Hdf5Part root) throws IOException {
    H5adTable obs = H5adTable.in(root.get("obs"));
    List<String> barcodes = obs.index();
    try {
      CellTable cells = CellTable.of(barcodes, obs.columns(barcodes.size()));
      return new H5adFile(path, cells, Map.copyOf(obs.unread()));
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(path.toString(), "/obs: " + e.getMessage(), e);
    }
  }

  /**
   * The cells with the columns of {@code obs}.
   *
   * @return the table
   */
  public CellTable cells() {
    return cells;
  }

  /**
   * The columns of {@code obs} that were not read, because their encoding is unknown.
   *
   * @return the reason by column
   */
  public Map<String, String> unreadColumns() {
    return unreadColumns;
  }

  /**
   * One of the matrices.
   *
   * @param name {@link #X}, {@link #RAW} or {@code layers/NAME}
   * @param values what it may hold
   * @return its cells; close them, there may be a temporary file
   * @throws IllegalArgumentException if the name is none of these
   * @throws DamagedFileException if there is no such matrix or it is damaged
   * @throws IOException if the file cannot be read
   */
  public CellSource matrix(String name, Values values) throws IOException {
    if (!MATRIX.matcher(name).matches()) {
      throw new IllegalArgumentException("matrix \"" + name + "\" must be X, raw/X or layers/NAME");
    }
    return Hdf5Part.read(path, root -> matrix(root, name, values));
  }

  private CellSource matrix(Hdf5Part root, String name, Values values) throws IOException {
    H5adMatrix matrix = H5adMatrix.in(descend(root, name), values);
    Hdf5Part var = descend(root, name.equals(RAW) ? "raw/var" : "var");
    List<String> ids = H5adTable.in(var).index();
    if (matrix.rows() != cells.size() || matrix.columns() != ids.size()) {
      throw new DamagedFileException(
          path.toString(),
          "/"
              + name
              + " is of "
              + matrix.rows()
              + " x "
              + matrix.columns()
              + ", must be of "
              + cells.size()
              + " cells in /obs x "
              + ids.size()
              + " genes in /"
              + var.path());
    }
    GeneList genes;
    try {
      genes = GeneList.of(ids);
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(path.toString(), "/" + var.path() + ": " + e.getMessage(), e);
    }
    if (matrix.isByCell()) {
      return new H5adCells(path, visitor -> pass(name, values, visitor), genes, cells);
    }
    return SortedCells.of(path + " /" + name, genes, cells, matrix::forEachEntry);
  }

  private void pass(String name, Values values, EntryVisitor visitor) throws IOException {
    Hdf5Part.read(
        path,
        root -> {
          H5adMatrix.in(descend(root, name), values).forEachEntry(visitor);
          return name;
        });
  }

  private static Hdf5Part descend(Hdf5Part root, String path) throws IOException {
    Hdf5Part part = root;
    for (String step : path.split("/", -1)) {
      part = part.get(step);
    }
    return part;
  }
}
