package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import io.civae.CiVae;
import io.civae.ModelFileException;
import io.civae.data.DataFileException;
import io.civae.data.MappedFeatureMatrix;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A length that lies costs no more memory than the file has bytes, and 1 MiB. */
class BoundedReadingTest {

  private static final int DATA_BYTES = 4 << 20;
  private static final long MARGIN = 1 << 20;

  @TempDir private Path folder;

  /** What the call allocated, after a first one that loaded its classes. */
  private static long allocated(Class<? extends Exception> refusal, ThrowingCallable call) {
    assertThat(catchThrowable(call)).isInstanceOf(refusal);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    Throwable thrown = catchThrowable(call);
    long after = threads.getThreadAllocatedBytes(thread);
    assertThat(thrown).isInstanceOf(refusal);
    return after - before;
  }

  private Path model(String shape, String offsets, long headerLength) throws IOException {
    String header =
        "{\"__metadata__\":{\"civae.formatVersion\":\"1\",\"civae.manifest\":\"{}\"},"
            + "\"scaler.scale\":{\"dtype\":\"F32\",\"shape\":"
            + shape
            + ",\"data_offsets\":"
            + offsets
            + "}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + json.length + DATA_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(headerLength < 0 ? json.length : headerLength)
            .put(json);
    return Files.write(folder.resolve("lying.civae"), file.array());
  }

  private static void assertBounded(Path file) throws IOException {
    long allocated = allocated(ModelFileException.class, () -> CiVae.load(file).close());
    assertThat(allocated).isLessThanOrEqualTo(Files.size(file) + MARGIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2147483647] | [0,8589934588]",
        "[536870911] | [0,2147483644]",
        "[536870000] | [0,2147480000]",
        "[65536,65536] | [0,17179869184]",
        "[1048568] | [0,4194272]",
        "[1048576] | [0,4194304]",
        "[2147483647,2147483647] | [0,4]"
      })
  void boundsTensorsThatAreNotThere(String shape, String offsets) throws IOException {
    assertBounded(model(shape, offsets, -1));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4_194_304, 1L << 31, 1L << 40, Long.MAX_VALUE})
  void boundsHeadersThatAreNotThere(long headerLength) throws IOException {
    assertBounded(model("[1]", "[0,4]", headerLength));
  }

  @Test
  void boundsMatricesThatAreNotThere() throws IOException {
    Path idx =
        Files.write(
            folder.resolve("lying.idx"),
            ByteBuffer.allocate(100).putInt(0x0802).putInt(2_000_000_000).putInt(500).array());
    assertThat(allocated(DataFileException.class, () -> MappedFeatureMatrix.ofIdx(idx).close()))
        .isLessThan(MARGIN);
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 127};
    Path npy = Files.write(folder.resolve("lying.npy"), magic);
    assertThat(allocated(DataFileException.class, () -> MappedFeatureMatrix.ofNpy(npy).close()))
        .isLessThan(MARGIN);
  }
}
