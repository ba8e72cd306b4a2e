package io.civae.examples.mnist;

import io.civae.data.FeatureMatrix;
import java.util.Objects;

/**
 * Images as bytes, seen as floats {@code pixel / 255} in [0, 1]: a quarter of the memory that the
 * floats would take. Immutable.
 */
final class PixelMatrix implements FeatureMatrix {

  private static final float[] INTENSITIES = intensities();

  private final byte[] pixels;
  private final int columns;

  /** The array is not copied: the caller gives it away. */
  PixelMatrix(byte[] pixels, int columns) {
    this.pixels = pixels;
    this.columns = columns;
  }

  private static float[] intensities() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    return table;
  }

  @Override
  public int rows() {
    return pixels.length / columns;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    Objects.checkIndex(row, rows());
    Objects.checkFromIndexSize(offset, columns, target.length);
    int start = row * columns;
    for (int j = 0; j < columns; j++) {
      target[offset + j] = INTENSITIES[pixels[start + j] & 0xFF];
    }
  }
}
