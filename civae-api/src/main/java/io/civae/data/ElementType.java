package io.civae.data;

import java.nio.ByteBuffer;

/** How a file stores one value. */
enum ElementType {
  FLOAT32(Float.BYTES) {
    @Override
    void copy(ByteBuffer row, float[] target, int offset, int count) {
      row.asFloatBuffer().get(target, offset, count);
    }
  },
  FLOAT64(Double.BYTES) {
    @Override
    void copy(ByteBuffer row, float[] target, int offset, int count) {
      for (int j = 0; j < count; j++) {
        target[offset + j] = (float) row.getDouble(j * Double.BYTES);
      }
    }
  },
  UINT8(1) {
    @Override
    void copy(ByteBuffer row, float[] target, int offset, int count) {
      for (int j = 0; j < count; j++) {
        target[offset + j] = row.get(j) & 0xFF;
      }
    }
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Converts the values of one row, which lies at the start of the buffer in its byte order. */
  abstract void copy(ByteBuffer row, float[] target, int offset, int count);
}
