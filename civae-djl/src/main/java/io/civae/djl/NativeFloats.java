package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A reused matrix on its way to the engine: filled in a Java array, handed over in a direct buffer.
 *
 * <p>PyTorch wraps the direct buffer instead of copying it, so it must neither move nor change
 * while a step is under way; the Java array may be refilled meanwhile.
 */
final class NativeFloats {

  private float[] values = new float[0];
  private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

  /** The array to fill, at least as long as asked for. */
  float[] values(int size) {
    if (values.length < size) {
      values = new float[size];
    }
    return values;
  }

  /** Hands the first {@code shape.size()} values over; valid until the next call. */
  NDArray toArray(NDManager manager, Shape shape) {
    int size = Math.toIntExact(shape.size());
    if (bytes.capacity() < Float.BYTES * size) {
      bytes = ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, size));
    }
    ByteBuffer used =
        bytes.duplicate().clear().limit(Float.BYTES * size).slice().order(ByteOrder.nativeOrder());
    used.asFloatBuffer().put(values, 0, size);
    return manager.create(used, shape, DataType.FLOAT32);
  }
}
