package io.civae.djl;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Some neighbouring columns of a matrix, all its rows, in reused memory that fits a core's cache.
 * Blocks are cut alike whatever the number of threads, and each is worked on by one of them, so
 * that no result depends on that number.
 */
final class ColumnBlock {

  private static final int WIDTH = 128;

  /** Rows whose sum is made before it is added to that of others, for less rounding. */
  private static final int SUMMED_ROWS = 32;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final int rows;
  private final int from;
  private final int size;
  private final Scratch scratch;

  private ColumnBlock(int rows, int from, int size) {
    this.rows = rows;
    this.from = from;
    this.size = size;
    scratch = SCRATCH.get();
    scratch.hold(rows);
  }

  /** Works on every block of a matrix, on as many threads as the common pool has. */
  static void each(int rows, int columns, Consumer<ColumnBlock> work) {
    IntStream.range(0, (columns + WIDTH - 1) / WIDTH)
        .parallel()
        .forEach(
            i -> {
              int from = i * WIDTH;
              work.accept(new ColumnBlock(rows, from, Math.min(WIDTH, columns - from)));
            });
  }

  int rows() {
    return rows;
  }

  int from() {
    return from;
  }

  /** How many columns. */
  int size() {
    return size;
  }

  /** The block's part of a matrix; valid until the next call. */
  float[][] first(EngineMatrix matrix) {
    return read(matrix, scratch.first);
  }

  /** Likewise, beside the first. */
  float[][] second(EngineMatrix matrix) {
    return read(matrix, scratch.second);
  }

  private float[][] read(EngineMatrix matrix, float[][] target) {
    for (int i = 0; i < rows; i++) {
      matrix.get(i, from, target[i], size);
    }
    return target;
  }

  void write(float[][] source, EngineMatrix matrix) {
    for (int i = 0; i < rows; i++) {
      matrix.put(i, from, source[i], size);
    }
  }

  void add(EngineMatrix matrix, float[][] target) {
    for (int i = 0; i < rows; i++) {
      matrix.get(i, from, scratch.row, size);
      RowLoops.add(target[i], scratch.row, size);
    }
  }

  /** A row of an array that has {@code columns} in a row; valid until the next call. */
  float[] row(float[] values, int columns, int row) {
    System.arraycopy(values, row * columns + from, scratch.row, 0, size);
    return scratch.row;
  }

  /** The block's part of a vector. */
  float[] part(float[] vector) {
    return Arrays.copyOfRange(vector, from, from + size);
  }

  void putPart(float[] part, float[] vector) {
    System.arraycopy(part, 0, vector, from, size);
  }

  /** What the addition of every row comes to. */
  float[] sum(RowAddition addition) {
    float[] sum = new float[size];
    float[] few = scratch.few;
    for (int start = 0; start < rows; start += SUMMED_ROWS) {
      Arrays.fill(few, 0, size, 0f);
      for (int i = start; i < Math.min(rows, start + SUMMED_ROWS); i++) {
        addition.add(few, i);
      }
      RowLoops.add(sum, few, size);
    }
    return sum;
  }

  /** Adds a row to a sum. */
  interface RowAddition {
    void add(float[] sum, int row);
  }

  private static final class Scratch {
    private final float[] row = new float[WIDTH];
    private final float[] few = new float[WIDTH];
    private float[][] first = new float[0][];
    private float[][] second = new float[0][];

    void hold(int rows) {
      if (first.length < rows) {
        first = new float[rows][WIDTH];
        second = new float[rows][WIDTH];
      }
    }
  }
}
