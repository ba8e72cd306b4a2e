package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings on files with {@code -Xmx256m}; {@code -Dcivae.reliability.rows=100000,4000000} for the
 * full form, 1.6 GB of data.
 */
final class LargeDataTest {

  private static final String ROWS = System.getProperty("civae.reliability.rows", "5000,20000");

  /** Labels and the order of an epoch take so many bytes a row; the rows themselves none. */
  private static final int BYTES_A_ROW = 16;

  @TempDir private Path folder;

  @Test
  void trainsInLittleMemoryHoweverManyRowsThereAre() throws IOException, InterruptedException {
    long firstHeap = -1;
    for (String number : ROWS.split(",", -1)) {
      int rows = Integer.parseInt(number);
      String[] told =
          ForkedProgram.output(
                  LargeTraining.class,
                  List.of("-Xmx256m"),
                  EngineKind.PYTORCH.engineName(),
                  file(rows).toString())
              .split(" ", -1);
      long heap = Long.parseLong(told[0]);
      double seconds = Double.parseDouble(told[1]);
      System.out.printf(
          "%,d rows of %d floats with -Xmx256m: heap %d MB at the end, epoch %.2f s, %.1f µs a row%n",
          rows, LargeTraining.COLUMNS, heap, seconds, 1e6 * seconds / rows);
      firstHeap = firstHeap < 0 ? heap : firstHeap;
      assertThat(heap)
          .as("heap in MB, of which labels are a part")
          .isLessThan(firstHeap + 16 + (((long) BYTES_A_ROW * rows) >> 20));
    }
  }

  private Path file(int rows) throws IOException {
    Path file = folder.resolve("rows.f32");
    SplittableRandom random = new SplittableRandom(rows);
    ByteBuffer row =
        ByteBuffer.allocate(Float.BYTES * LargeTraining.COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < rows; i++) {
        row.clear();
        for (int j = 0; j < LargeTraining.COLUMNS; j++) {
          row.putFloat((float) (random.nextDouble() + (i % 2) * (j % 3)));
        }
        out.write(row.array());
      }
    }
    return file;
  }
}
