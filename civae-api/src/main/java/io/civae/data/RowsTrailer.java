package io.civae.data;

import com.google.common.collect.ImmutableList;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What stands behind the rows and class numbers of a converted file: where they came from, how many
 * there are and what columns and classes are called.
 *
 * @param source tells one version of one source file, read in one way, from any other
 * @param rows at least 1
 * @param columns at least 1
 * @param featureNames one per column, or none
 * @param classNames in the order of the class numbers
 */
record RowsTrailer(
    String source,
    int rows,
    int columns,
    ImmutableList<String> featureNames,
    ImmutableList<String> classNames) {

  byte[] toBytes() {
    byte[][] texts = new byte[1 + featureNames.size() + classNames.size()][];
    int filled = 0;
    texts[filled++] = source.getBytes(StandardCharsets.UTF_8);
    for (List<String> names : List.of(featureNames, classNames)) {
      for (String name : names) {
        texts[filled++] = name.getBytes(StandardCharsets.UTF_8);
      }
    }
    int size = 4 * Integer.BYTES;
    for (byte[] text : texts) {
      size = Math.addExact(size, Integer.BYTES + text.length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.putInt(rows).putInt(columns).putInt(featureNames.size()).putInt(classNames.size());
    for (byte[] text : texts) {
      bytes.putInt(text.length).put(text);
    }
    return bytes.array();
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static RowsTrailer of(ByteBuffer bytes) {
    try {
      int rows = bytes.getInt();
      int columns = bytes.getInt();
      int features = bytes.getInt();
      int classes = bytes.getInt();
      RowsTrailer trailer =
          new RowsTrailer(
              text(bytes), rows, columns, texts(bytes, features), texts(bytes, classes));
      if (rows < 1
          || columns < 1
          || (features != 0 && features != columns)
          || bytes.hasRemaining()) {
        throw new IllegalArgumentException("damaged: its numbers do not fit together");
      }
      return trailer;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("damaged: a text in it is longer than it", e);
    }
  }

  private static ImmutableList<String> texts(ByteBuffer bytes, int count) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      texts.add(text(bytes));
    }
    return texts.build();
  }

  private static String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("damaged: a text in it is longer than it");
    }
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
