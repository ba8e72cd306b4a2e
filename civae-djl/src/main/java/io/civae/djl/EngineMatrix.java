package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.PairList;
import java.nio.FloatBuffer;

/**
 * A matrix in memory that the engine multiplies and Java reads and writes. Products may run in the
 * background; {@link #await} before Java looks at one, and let none read what Java writes.
 */
final class EngineMatrix {

  private static final String PRODUCT = "batch_dot";
  private static final PairList<String, Object> PLAIN = new PairList<>();
  private static final PairList<String, Object> FIRST_TRANSPOSED = flag("transpose_a");
  private static final PairList<String, Object> SECOND_TRANSPOSED = flag("transpose_b");

  private final NDArray array;
  private final FloatBuffer values;
  private final int columns;

  /** Zeros that live as long as the session. */
  EngineMatrix(NDManager session, int rows, int columns) {
    this.columns = columns;
    // A batch of one: of MXNet's products only this one writes where it is told to by oneDNN.
    array = session.zeros(new Shape(1, rows, columns));
    values = MxnetMemory.of(array);
  }

  private static PairList<String, Object> flag(String name) {
    PairList<String, Object> flags = new PairList<>();
    flags.add(name, true);
    return flags;
  }

  /** Becomes {@code a · b}. */
  void times(EngineMatrix a, EngineMatrix b) {
    product(a, b, PLAIN);
  }

  /** Becomes {@code a · bᵀ}. */
  void timesTransposed(EngineMatrix a, EngineMatrix b) {
    product(a, b, SECOND_TRANSPOSED);
  }

  /** Becomes {@code aᵀ · b}. */
  void transposedTimes(EngineMatrix a, EngineMatrix b) {
    product(a, b, FIRST_TRANSPOSED);
  }

  private void product(EngineMatrix a, EngineMatrix b, PairList<String, Object> flags) {
    array
        .getManager()
        .invoke(PRODUCT, new NDArray[] {a.array, b.array}, new NDArray[] {array}, flags);
  }

  void await() {
    MxnetMemory.await(array);
  }

  int columns() {
    return columns;
  }

  /** All values, row after row. */
  FloatBuffer values() {
    return values;
  }

  /** Copies {@code size} values of a row from the given column on. */
  void get(int row, int column, float[] target, int size) {
    values.get(row * columns + column, target, 0, size);
  }

  /** Replaces {@code size} values of a row from the given column on. */
  void put(int row, int column, float[] source, int size) {
    values.put(row * columns + column, source, 0, size);
  }
}
