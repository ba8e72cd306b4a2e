package io.civae.internal.network;

import java.util.stream.IntStream;

/** Takes many rows through a network a block at a time, blocks in parallel. Thread-safe. */
final class RowBlocks {

  /** Rows that pass through all layers together: their activations stay in the cache. */
  private static final int BLOCK = 64;

  private final WorkspacePool workspaces;

  /** For layers with at most {@code width} inputs and outputs. */
  RowBlocks(int width) {
    workspaces = new WorkspacePool(width);
  }

  /** What is done with a block. */
  interface Block {
    void run(Workspace workspace, int first, int count);
  }

  void forEach(int rows, Block block) {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    if (blocks == 1) {
      run(block, 0, rows);
    } else {
      IntStream.range(0, blocks)
          .parallel()
          .forEach(b -> run(block, b * BLOCK, Math.min(BLOCK, rows - b * BLOCK)));
    }
  }

  private void run(Block block, int first, int count) {
    // A single row does not pay for the room of a block.
    Workspace workspace = workspaces.take(count == 1 ? 1 : BLOCK);
    block.run(workspace, first, count);
    workspaces.giveBack(workspace);
  }
}
