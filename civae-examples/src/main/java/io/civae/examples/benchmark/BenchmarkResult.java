package io.civae.examples.benchmark;

import java.util.List;

/**
 * What was measured.
 *
 * @param engine the engine that trained and served the large calls
 * @param device cpu or gpu:N, what it computed on
 * @param threads threads it was told to use; 0 when it chose itself
 * @param batch rows of a training step
 * @param steps timed training steps
 * @param trainingStepMillis their mean time, batch and noise included
 * @param trainingHeapMegabytes what training held on the heap beyond the data, in 10⁶ bytes
 * @param encodeRowsPerSecond rows encoded in bulk
 * @param decodeRowsPerSecond rows decoded in bulk
 * @param encodeOneMicrosP50 median time to encode one row without zeros in plain Java
 * @param encodePixelsMicrosP50 the same for a row as blank as a digit
 * @param traverseMicrosP50 median time of a walk of five points
 * @param augmentSeconds median time to double a class
 * @param augmentRows members of that class
 * @param loadSeconds median time from a JVM's launch to its first encoded row
 * @param engineStartSeconds median time from a JVM's launch to its engine's first product
 * @param products the engine's matrix products
 * @param flops operations the network takes
 */
public record BenchmarkResult(
    String engine,
    String device,
    int threads,
    int batch,
    int steps,
    double trainingStepMillis,
    double trainingHeapMegabytes,
    double encodeRowsPerSecond,
    double decodeRowsPerSecond,
    double encodeOneMicrosP50,
    double encodePixelsMicrosP50,
    double traverseMicrosP50,
    double augmentSeconds,
    int augmentRows,
    double loadSeconds,
    double engineStartSeconds,
    List<ProductRate> products,
    FlopCount flops) {

  /** The highest rate among the matrix products, in 10⁹ operations a second. */
  double gemmGflops() {
    return products.stream().mapToDouble(ProductRate::gflops).max().orElseThrow();
  }

  /** The rate of training's matrix products over the whole step, in 10⁹ operations a second. */
  double trainingGflops() {
    return flops.step(batch) / trainingStepMillis / 1e6;
  }

  /** The same for encoding in bulk. */
  double encodeGflops() {
    return encodeRowsPerSecond * flops.encodeRow() / 1e9;
  }

  /** The same for decoding in bulk. */
  double decodeGflops() {
    return decodeRowsPerSecond * flops.decodeRow() / 1e9;
  }
}
