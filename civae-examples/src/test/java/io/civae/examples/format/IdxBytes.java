package io.civae.examples.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Hand-made IDX files, sound and damaged. */
public final class IdxBytes {

  private IdxBytes() {}

  /** A header with the given magic number and dimensions, and then the values. */
  public static byte[] of(int magic, int[] dimensions, byte... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
    bytes.putInt(magic);
    for (int dimension : dimensions) {
      bytes.putInt(dimension);
    }
    return bytes.put(values).array();
  }

  public static byte[] labels(byte... values) {
    return of(0x801, new int[] {values.length}, values);
  }

  public static byte[] images(int count, int side, byte... values) {
    return of(0x803, new int[] {count, side, side}, values);
  }

  public static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(target)) {
      out.write(bytes);
    }
    return target.toByteArray();
  }
}
