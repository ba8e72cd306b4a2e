package io.civae.internal.network;

import java.util.List;
import java.util.stream.IntStream;

/** Takes rows through dense layers, a block of them at a time, on all cores. */
final class RowBlocks {

  /** Rows that pass through all layers together: their activations stay in the cache. */
  private static final int BLOCK = 64;

  private RowBlocks() {}

  /** What is done with the rows from {@code first} on. */
  interface Block {
    void run(int first, int count);
  }

  static void inBlocks(int rows, Block block) {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    IntStream numbers = IntStream.range(0, blocks);
    (blocks > 1 ? numbers.parallel() : numbers)
        .forEach(b -> block.run(b * BLOCK, Math.min(BLOCK, rows - b * BLOCK)));
  }

  static float[] part(float[] values, int first, int count, int width) {
    float[] part = new float[count * width];
    System.arraycopy(values, first * width, part, 0, part.length);
    return part;
  }

  static float[] through(List<DenseLayer> layers, float[] input, int rows) {
    float[] values = input;
    for (DenseLayer layer : layers) {
      float[] next = new float[rows * layer.outputs()];
      layer.apply(values, rows, next);
      values = next;
    }
    return values;
  }

  static void place(DenseLayer head, float[] hidden, int first, int rows, float[] target) {
    float[] values = new float[rows * head.outputs()];
    head.apply(hidden, rows, values);
    System.arraycopy(values, 0, target, first * head.outputs(), values.length);
  }
}
