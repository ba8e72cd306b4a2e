package io.civae.djl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system has given this process. */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** Of what there was before, in the full form of a test. */
  static final double ALLOWED_SHARE = 0.1;

  /** In a small form the engine and the JIT compiler are still growing. */
  static final long ALLOWED_GROWTH_KB = 150_000;

  private ResidentMemory() {}

  /** Skips the test where it cannot be known. */
  static void assumeKnown() {
    assumeTrue(Files.isReadable(STATUS), "resident memory is known on Linux only");
  }

  static long kilobytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
