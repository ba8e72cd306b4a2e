package io.civae.examples.singlecell.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes entries into the region of their block, each region through a small buffer of its own. */
final class EntryRegions implements EntryVisitor, Closeable {

  /** Cell, gene and value, four bytes each. */
  static final int BYTES = 12;

  private static final int BUFFERED_ENTRIES = 4096;

  private final CellBlocks blocks;
  private final FileChannel channel;
  private final ByteBuffer[] buffers;
  private final long[] positions;

  EntryRegions(Path file, CellBlocks blocks) throws IOException {
    this.blocks = blocks;
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.buffers = new ByteBuffer[blocks.count()];
    this.positions = new long[blocks.count()];
    for (int block = 0; block < buffers.length; block++) {
      buffers[block] = ByteBuffer.allocate(BUFFERED_ENTRIES * BYTES);
      positions[block] = blocks.start(block) * BYTES;
    }
  }

  @Override
  public void visit(int cell, int gene, float value) throws IOException {
    int block = blocks.blockOf(cell);
    ByteBuffer buffer = buffers[block];
    if (!buffer.hasRemaining()) {
      flush(block);
    }
    buffer.putInt(cell).putInt(gene).putFloat(value);
  }

  private void flush(int block) throws IOException {
    ByteBuffer buffer = buffers[block].flip();
    while (buffer.hasRemaining()) {
      positions[block] += channel.write(buffer, positions[block]);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      for (int block = 0; block < buffers.length; block++) {
        flush(block);
      }
    }
  }

  /** The bytes of a block. */
  static ByteBuffer read(FileChannel channel, CellBlocks blocks, int block) throws IOException {
    long start = blocks.start(block) * BYTES;
    long end = blocks.start(block + 1) * BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - start));
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException(
            "temporary file of sorted cells ends at byte "
                + (start + bytes.position())
                + ", must reach "
                + end);
      }
    }
    return bytes;
  }
}
