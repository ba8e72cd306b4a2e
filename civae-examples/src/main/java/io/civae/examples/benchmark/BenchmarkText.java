package io.civae.examples.benchmark;

import java.io.PrintWriter;
import java.util.Locale;

/** A benchmark's result for people. */
public final class BenchmarkText {

  private final PrintWriter out;
  private final double limit;

  private BenchmarkText(PrintWriter out, double limit) {
    this.out = out;
    this.limit = limit;
  }

  /**
   * Prints it.
   *
   * @param out usually the standard output
   * @param result what was measured
   */
  public static void print(PrintWriter out, BenchmarkResult result) {
    new BenchmarkText(out, result.gemmGflops()).print(result);
    out.flush();
  }

  private void print(BenchmarkResult result) {
    String threads = result.threads() == 0 ? "as many as it likes" : "" + result.threads();
    out.printf(
        "engine %s on %s, threads %s, batch %d%n%n",
        result.engine(), result.device(), threads, result.batch());
    row("matrix product, the best below", "", limit);
    for (ProductRate rate : result.products()) {
      String shape = rate.rows() + " × " + rate.inputs() + " → " + rate.outputs();
      row("  " + shape, "", rate.gflops());
    }
    String step = format("%.1f ms", result.trainingStepMillis());
    row("training step, mean of " + result.steps(), step, result.trainingGflops());
    row("encode", format("%.0f rows/s", result.encodeRowsPerSecond()), result.encodeGflops());
    row("decode", format("%.0f rows/s", result.decodeRowsPerSecond()), result.decodeGflops());
    row("encode one row, p50", format("%.0f µs", result.encodeOneMicrosP50()));
    row("encode one row, 81 % zeros", format("%.0f µs", result.encodePixelsMicrosP50()));
    row("traverse, 5 points, p50", format("%.0f µs", result.traverseMicrosP50()));
    row("augment, " + result.augmentRows() + " rows", format("%.3f s", result.augmentSeconds()));
    row("load, fresh JVM to first row", format("%.2f s", result.loadSeconds()));
    row("engine, to first product", format("%.2f s", result.engineStartSeconds()));
    row("heap of a training", format("%.1f MB", result.trainingHeapMegabytes()));
  }

  private void row(String name, String value, double gflops) {
    String share = format("%.0f %%", 100 * gflops / limit);
    out.printf("%-32s%16s%10s%8s%n", name, value, format("%.1f GF/s", gflops), share);
  }

  private void row(String name, String value) {
    out.printf("%-32s%16s%n", name, value);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
