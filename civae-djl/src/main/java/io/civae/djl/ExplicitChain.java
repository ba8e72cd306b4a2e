package io.civae.djl;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Layers in memory that MXNet and Java share: the engine multiplies, Java does the rest row by row,
 * and nothing is allocated by the engine once a size has been seen.
 */
final class ExplicitChain extends LayerChain {

  /** In a matrix, where rows are wide: 4 MB, which still fits a cache. */
  private static final int MOST_VALUES = 1 << 20;

  /** Matrices have a multiple of these, so that there are few sizes. */
  private static final int ROUNDED_TO = 64;

  /** Rows for one thread at a time. */
  private static final int BLOCK_ROWS = 64;

  private final List<EngineMatrix> weights = new ArrayList<>();
  private final List<float[]> biases = new ArrayList<>();
  private final boolean endsInSigmoid;
  private final NDManager manager;

  /** For each number of rows what goes into the first layer, then what comes out of each. */
  private final Map<Integer, List<EngineMatrix>> matrices = new HashMap<>();

  ExplicitChain(List<FoldedLinear> folded, boolean endsInSigmoid, NDManager manager) {
    super(folded, mostRows(folded));
    for (FoldedLinear linear : folded) {
      EngineMatrix weight = new EngineMatrix(manager, linear.outputs(), linear.inputs());
      weight.values().put(0, linear.weight());
      weights.add(weight);
      biases.add(linear.bias());
    }
    this.endsInSigmoid = endsInSigmoid;
    this.manager = manager;
  }

  /** As many as may be, since threads are woken twice for each layer and portion of rows. */
  private static int mostRows(List<FoldedLinear> folded) {
    int widest =
        folded.stream()
            .mapToInt(linear -> Math.max(linear.inputs(), linear.outputs()))
            .max()
            .orElseThrow();
    // A power of two, so that a call in portions computes the same as one of all rows.
    int rows = Math.min(MOST_ROWS, Integer.highestOneBit(MOST_VALUES / widest));
    return Math.max(ROUNDED_TO, rows);
  }

  @Override
  void forward(float[] x, int from, int rows, RowTarget target) {
    int rounded = (rows + ROUNDED_TO - 1) / ROUNDED_TO * ROUNDED_TO;
    List<EngineMatrix> values = matrices.computeIfAbsent(rounded, this::newMatrices);
    values.get(0).values().put(0, x, from, rows * inputs());
    for (int i = 0; i < weights.size(); i++) {
      float[] bias = biases.get(i);
      EngineMatrix output = values.get(i + 1);
      output.timesTransposed(values.get(i), weights.get(i));
      output.await();
      boolean last = i == weights.size() - 1;
      IntStream.range(0, (rows + BLOCK_ROWS - 1) / BLOCK_ROWS)
          .parallel()
          .map(block -> block * BLOCK_ROWS)
          .forEach(
              first -> {
                int end = Math.min(rows, first + BLOCK_ROWS);
                if (last) {
                  finish(output, bias, first, end, target);
                } else {
                  rectify(output, bias, first, end);
                }
              });
    }
  }

  private List<EngineMatrix> newMatrices(int rows) {
    List<EngineMatrix> made = new ArrayList<>();
    made.add(new EngineMatrix(manager, rows, inputs()));
    for (float[] bias : biases) {
      made.add(new EngineMatrix(manager, rows, bias.length));
    }
    return made;
  }

  private static void rectify(EngineMatrix matrix, float[] bias, int first, int end) {
    float[] row = new float[bias.length];
    for (int i = first; i < end; i++) {
      matrix.get(i, 0, row, row.length);
      RowLoops.add(row, bias, row.length);
      RowLoops.rectify(row, row.length);
      matrix.put(i, 0, row, row.length);
    }
  }

  private void finish(EngineMatrix matrix, float[] bias, int first, int end, RowTarget target) {
    float[] row = new float[bias.length];
    double[] scratch = new double[endsInSigmoid ? row.length : 0];
    for (int i = first; i < end; i++) {
      matrix.get(i, 0, row, row.length);
      RowLoops.add(row, bias, row.length);
      if (endsInSigmoid) {
        RowLoops.sigmoid(row, scratch, row.length);
      }
      target.accept(i, row, 0);
    }
  }
}
