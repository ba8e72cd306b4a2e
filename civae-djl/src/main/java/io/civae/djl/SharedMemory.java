package io.civae.djl;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** The memory of an engine's array, for engines that let Java look at it in place. */
final class SharedMemory {

  private SharedMemory() {}

  /** The array's values; in place where {@link #isSharedBy}, else possibly a copy. */
  static FloatBuffer of(NDArray array) {
    return array.toByteBuffer(true).asFloatBuffer();
  }

  /**
   * Whether what Java writes is what the engine reads. Tried, not assumed: it depends on engine,
   * device and memory layout.
   */
  static boolean isSharedBy(NDArray array) {
    ByteBuffer bytes = array.toByteBuffer(true);
    if (!bytes.isDirect()) {
      return false;
    }
    FloatBuffer values = bytes.asFloatBuffer();
    float kept = values.get(0);
    values.put(0, kept + 1);
    boolean shared = of(array).get(0) == kept + 1;
    values.put(0, kept);
    return shared;
  }
}
