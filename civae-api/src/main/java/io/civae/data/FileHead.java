package io.civae.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;

/** The beginning of a file, read part by part and never beyond the file's end. */
final class FileHead {

  private final FileChannel channel;
  private final long length;

  FileHead(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  /** Of the whole file. */
  long length() {
    return length;
  }

  /**
   * Some bytes, big-endian until told otherwise.
   *
   * @throws IllegalArgumentException if the file ends before; nothing is allocated then
   */
  ByteBuffer read(long from, int count) throws IOException {
    if (from + count > length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "truncated: its header needs %d bytes, the file has %d",
              from + count,
              length));
    }
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("it was shortened while it was being read");
      }
    }
    return bytes.flip();
  }
}
