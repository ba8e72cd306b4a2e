package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.DenseCells;
import io.civae.spi.SeededRandom;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to small files: each is read, or refused by a message that names it. */
class ReaderFuzzTest {

  private static final int ROUNDS = Integer.getInteger("civae.fuzz.rounds", 400);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final byte[] INTERESTING =
      "0123456789-+.eE \t\n\r,\"%\u0000".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @FunctionalInterface
  private interface Reader {
    void read(Path file) throws IOException;
  }

  private static void readAll(CellSource source) throws IOException {
    try (source) {
      DenseCells.of(source);
    }
  }

  private static byte[] damaged(byte[] bytes, SeededRandom random) {
    byte[] copy = bytes.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(copy.length);
      switch (random.nextInt(5)) {
        case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> copy[at] = INTERESTING[random.nextInt(INTERESTING.length)];
        case 2 -> copy[at] = (byte) 0xFF;
        case 3 -> copy = Arrays.copyOf(copy, 1 + at);
        default -> {
          int from = random.nextInt(copy.length);
          int length = Math.min(8, copy.length - Math.max(at, from));
          System.arraycopy(copy, from, copy, at, length);
        }
      }
    }
    return copy;
  }

  /** Damages a file again and again; some rounds must be read and some refused. */
  private void fuzz(Path file, byte[] bytes, long stream, Reader reader) {
    int[] refused = {0};
    // One thread for all rounds: on a busy machine a thread for each takes longer than its reading.
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, damaged(bytes, SeededRandom.of(11, stream, round)));
            try {
              reader.read(file);
            } catch (DamagedFileException e) {
              refused[0]++;
              assertThat(e.getMessage()).startsWith(folder.toString());
            } catch (RuntimeException | Error e) {
              fail("round " + round + " of stream " + stream, e);
            }
          }
        });
    assertThat(refused[0]).isBetween(1, ROUNDS - 1);
  }

  @Test
  void refusesDamagedFoldersClearly() throws IOException {
    SmallFiles.tenx(folder, SmallFiles.MATRIX, SmallFiles.FEATURES, SmallFiles.BARCODES);
    for (String name : new String[] {"matrix.mtx", "features.tsv", "barcodes.tsv"}) {
      Path file = folder.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      fuzz(file, bytes, name.hashCode(), f -> readAll(TenxFolder.open(folder, Values.COUNTS)));
      Files.write(file, bytes);
    }
  }

  @Test
  void refusesDamagedCompressionClearly() throws IOException {
    SmallFiles.tenx(folder, SmallFiles.MATRIX, SmallFiles.FEATURES, SmallFiles.BARCODES);
    Files.delete(folder.resolve("matrix.mtx"));
    fuzz(
        folder.resolve("matrix.mtx.gz"),
        SmallFiles.compressed(SmallFiles.MATRIX),
        3,
        f -> readAll(TenxFolder.open(folder, Values.COUNTS)));
  }

  @Test
  void refusesDamagedTablesClearly() {
    fuzz(
        folder.resolve("cells.csv"),
        SmallFiles.CELLS.getBytes(StandardCharsets.UTF_8),
        4,
        CellTableFile::read);
    fuzz(
        folder.resolve("cells-by-genes.csv"),
        SmallFiles.CELLS_BY_GENES.getBytes(StandardCharsets.UTF_8),
        5,
        f ->
            readAll(DelimitedMatrix.open(f, DelimitedMatrix.Layout.CELLS_BY_GENES, Values.COUNTS)));
    fuzz(
        folder.resolve("genes-by-cells.csv"),
        SmallFiles.GENES_BY_CELLS.getBytes(StandardCharsets.UTF_8),
        6,
        f ->
            readAll(DelimitedMatrix.open(f, DelimitedMatrix.Layout.GENES_BY_CELLS, Values.COUNTS)));
  }

  @Test
  void refusesDamagedAnnDataClearly() throws IOException {
    Path whole =
        H5adBytes.write(
            folder.resolve("whole.h5ad"),
            (file, obs) -> {
              H5adBytes.dense(file, "X");
              WritableGroup layers = file.putGroup("layers");
              H5adBytes.csr(layers, "rows");
              H5adBytes.csc(layers, "columns");
              WritableGroup raw = file.putGroup("raw");
              H5adBytes.csr(raw, "X");
              WritableGroup var = raw.putGroup("var");
              var.putAttribute("_index", "index");
              var.putDataset("index", new String[] {"ENSG1", "ENSG2", "ENSG3", "ENSG4"});
            });
    fuzz(
        folder.resolve("damaged.h5ad"),
        Files.readAllBytes(whole),
        7,
        file -> {
          H5adFile h5ad = H5adFile.open(file);
          for (String matrix : new String[] {"X", "layers/rows", "layers/columns", "raw/X"}) {
            readAll(h5ad.matrix(matrix, Values.COUNTS));
          }
        });
  }
}
