package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTextTest {

  /** One hidden layer of 10 on 20 features: 2 · (20·10 + 10·4) = 480 operations to encode a row. */
  private static final BenchmarkResult RESULT =
      new BenchmarkResult(
          "MXNet",
          "cpu",
          2,
          100,
          50,
          0.5,
          21.25,
          1e6,
          2e6,
          12,
          7,
          90,
          0.25,
          5000,
          0.31,
          0.94,
          List.of(new ProductRate(64, 64, 64, 4.8), new ProductRate(100, 20, 10, 2.4)),
          new FlopCount(20, CiVae.builder().hiddenLayers(10).latentDim(2).config(), 3));

  @Test
  void setsEveryFigureBesideTheRateOfMatrixProducts() {
    StringWriter text = new StringWriter();
    BenchmarkText.print(new PrintWriter(text), RESULT);
    assertThat(text.toString().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
        .containsExactly(
            "engine MXNet on cpu, threads 2, batch 100",
            "",
            "matrix product, the best below | 4.8 GF/s | 100 %",
            "64 × 64 → 64 | 4.8 GF/s | 100 %",
            "100 × 20 → 10 | 2.4 GF/s | 50 %",
            // 100 · (3 · (480 + 2 · (2·10 + 10·20) + 2 · 6) − 400) = 239,600 in half a millisecond.
            "training step, mean of 50 | 0.5 ms | 0.5 GF/s | 10 %",
            "encode | 1000000 rows/s | 0.5 GF/s | 10 %",
            "decode | 2000000 rows/s | 0.9 GF/s | 18 %",
            "encode one row, p50 | 12 µs",
            "encode one row, 81 % zeros | 7 µs",
            "traverse, 5 points, p50 | 90 µs",
            "augment, 5000 rows | 0.250 s",
            "load, fresh JVM to first row | 0.31 s",
            "engine, to first product | 0.94 s",
            "heap of a training | 21.3 MB");
  }
}
