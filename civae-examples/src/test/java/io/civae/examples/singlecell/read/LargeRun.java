package io.civae.examples.singlecell.read;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a part of a large run takes and how much memory; small ones say nothing. */
final class LargeRun {

  private static final int LARGE = 100_000;

  private final String what;
  private final int cells;
  private final long start = System.nanoTime();

  private LargeRun(String what, int cells) {
    this.what = what;
    this.cells = cells;
  }

  static LargeRun start(String what, int cells) {
    return new LargeRun(what, cells);
  }

  void end() throws IOException {
    if (cells < LARGE) {
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(
        "%s: %.1f s, %.0f cells/s; so far peak heap %d MiB of %d, %s%n",
        what,
        seconds,
        cells / seconds,
        peak >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        resident());
  }

  /** The most memory that the process ever had, natives and all, where Linux tells. */
  private static String resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "resident memory unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(
            line ->
                "resident at most " + line.replaceAll("\\s+", " ").substring("VmHWM: ".length()))
        .findFirst()
        .orElse("resident memory unknown");
  }
}
