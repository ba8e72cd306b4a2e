package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.DenseCells;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H5adFileTest {

  private static final float[] DATA = {1, 12, 3, 2};
  private static final int[] INDICES = {0, 3, 1, 3};
  private static final int[] STARTS = {0, 2, 2, 4};

  @TempDir Path folder;

  private Path file(H5adBytes.Change change) {
    return H5adBytes.write(folder.resolve("cells.h5ad"), change);
  }

  private float[][] counts(Path file, String matrix) throws IOException {
    try (CellSource source = H5adFile.open(file).matrix(matrix, Values.COUNTS)) {
      float[][] first = DenseCells.of(source);
      assertThat(DenseCells.of(source)).isDeepEqualTo(first);
      return first;
    }
  }

  private void assertDamaged(H5adBytes.Change change, String... parts) {
    Path file = file(change);
    assertThatThrownBy(() -> counts(file, "X"))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts);
  }

  private static H5adBytes.Change sparse(float[] data, int[] indices, int[] starts) {
    return (file, obs) -> H5adBytes.sparse(file, "X", "csr_matrix", data, indices, starts);
  }

  @Test
  void readsDenseAndSparseMatrices() throws IOException {
    assertThat(counts(file((f, obs) -> H5adBytes.dense(f, "X")), "X"))
        .isDeepEqualTo(SmallFiles.COUNTS);
    assertThat(counts(file((f, obs) -> H5adBytes.csr(f, "X")), "X"))
        .isDeepEqualTo(SmallFiles.COUNTS);
    assertThat(counts(file((f, obs) -> H5adBytes.csc(f, "X")), "X"))
        .isDeepEqualTo(SmallFiles.COUNTS);
  }

  @Test
  void readsLayersAndRaw() throws IOException {
    Path file =
        file(
            (f, obs) -> {
              H5adBytes.csr(f.putGroup("layers"), "counts");
              WritableGroup raw = f.putGroup("raw");
              H5adBytes.csc(raw, "X");
              WritableGroup genes = raw.putGroup("var");
              genes.putAttribute("_index", "names");
              genes.putDataset("names", new String[] {"a", "b", "c", "d"});
            });
    assertThat(counts(file, "layers/counts")).isDeepEqualTo(SmallFiles.COUNTS);
    assertThat(counts(file, H5adFile.RAW)).isDeepEqualTo(SmallFiles.COUNTS);
    try (CellSource raw = H5adFile.open(file).matrix(H5adFile.RAW, Values.COUNTS)) {
      assertThat(raw.genes().ids()).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void readsColumnsOfAllEncodings() throws IOException {
    Path file =
        file(
            (f, obs) -> {
              WritableGroup nullable = obs.putGroup("batch");
              nullable.putAttribute("encoding-type", "nullable-integer");
              nullable.putDataset("values", new int[] {7, 1, 8});
              nullable.putDataset("mask", new byte[] {0, 1, 0});
              obs.putDataset("state", new byte[] {1, 0, 1});
              obs.putGroup("__categories").putDataset("state", new String[] {"Normal", "Tumor"});
              obs.putGroup("strange").putAttribute("encoding-type", "unheard-of");
            });
    H5adFile h5ad = H5adFile.open(file);
    assertThat(h5ad.cells().barcodes()).containsExactly("AAA-1", "CCC-1", "GGG-1");
    assertThat(h5ad.cells().column("type").values()).containsExactly("B", null, "T");
    assertThat(h5ad.cells().column("state").values()).containsExactly("Tumor", "Normal", "Tumor");
    assertThat(h5ad.cells().column("batch").values()).containsExactly("7", null, "8");
    assertThat(h5ad.cells().column("n_counts").numbers()).containsExactly(13, 0, 5);
    assertThat(h5ad.unreadColumns()).containsOnlyKeys("strange");
    assertThat(h5ad.unreadColumns().get("strange")).contains("unheard-of");
  }

  @Test
  void rejectsIndicesOutOfRange() {
    assertDamaged(
        sparse(DATA, new int[] {0, 4, 1, 3}, STARTS),
        "/X/indices number 1 (4.0) must be an integer from 0 to 3");
    assertDamaged(sparse(DATA, new int[] {0, -1, 1, 3}, STARTS), "number 1 (-1.0)");
  }

  @Test
  void rejectsStartsThatDoNotFit() {
    assertDamaged(
        sparse(DATA, INDICES, new int[] {0, 2, 1, 4}), "/X/indptr number 2 (1.0)", "not below 2.0");
    assertDamaged(sparse(DATA, INDICES, new int[] {1, 2, 2, 4}), "the first 0");
    assertDamaged(sparse(DATA, INDICES, new int[] {0, 2, 2, 5}), "ends with 5.0 entries");
    assertDamaged(sparse(DATA, INDICES, new int[] {0, 2, 4}), "has 3 numbers, must have 4");
    assertDamaged(sparse(DATA, new int[] {0, 3, 1}, STARTS), "indices has 3");
  }

  @Test
  void rejectsValuesThatAreNoCounts() {
    assertDamaged(
        sparse(new float[] {1, -12, 3, 2}, INDICES, STARTS),
        "/X/data value 1 (-12.0) must be a count");
    assertDamaged(sparse(new float[] {1, 0.5f, 3, 2}, INDICES, STARTS), "value 1 (0.5)");
    assertDamaged(
        (f, obs) ->
            f.putDataset("X", new float[][] {{0, 1, 2, Float.NaN}, {0, 0, 0, 0}, {0, 0, 0, 0}}),
        "/X value 3 (NaN)");
  }

  @Test
  void rejectsTwoEntriesForOnePlace() {
    assertDamaged(
        sparse(DATA, new int[] {3, 3, 1, 3}, STARTS),
        "has two entries for gene 3 (ENSG4) of cell 0 (AAA-1)");
  }

  @Test
  void rejectsShapesThatDoNotFitTheNames() {
    assertDamaged(
        (f, obs) -> f.putDataset("X", new float[][] {{1, 2}, {3, 4}, {5, 6}}),
        "/X is of 3 x 2, must be of 3 cells in /obs x 4 genes in /var");
    assertDamaged((f, obs) -> f.putDataset("X", new float[] {1, 2}), "has 1 dimensions");
    assertDamaged((f, obs) -> H5adBytes.sparse(f, "X", "coo_matrix", DATA, INDICES, STARTS), "coo");
  }

  @Test
  void rejectsWhatIsMissing() {
    assertDamaged((f, obs) -> {}, "/ must have a member \"X\"");
    assertThatThrownBy(() -> H5adFile.open(folder.resolve("nothing")))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("must be an existing file");
    Path file = file((f, obs) -> H5adBytes.csr(f, "X"));
    assertThatThrownBy(() -> counts(file, "layers/nothing"))
        .isInstanceOf(DamagedFileException.class);
    assertThatThrownBy(() -> counts(file, "obsm/X_pca"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be X, raw/X or layers/NAME");
  }

  @Test
  void rejectsAnnotationThatDoesNotFit() {
    assertDamaged(
        (f, obs) -> obs.putDataset("short", new int[] {1, 2}), "column \"short\" has 2 values");
    assertDamaged(
        (f, obs) -> {
          obs.putDataset("state", new byte[] {1, 0, 2});
          obs.putGroup("__categories").putDataset("state", new String[] {"Normal", "Tumor"});
        },
        "code 2 (2.0) must be from -1 to 1");
  }

  @Test
  void rejectsWhatIsNotHdf5() throws IOException {
    Path file = SmallFiles.write(folder.resolve("text.h5ad"), "barcode,type\n");
    assertThatThrownBy(() -> H5adFile.open(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("cannot be read as HDF5");
  }
}
