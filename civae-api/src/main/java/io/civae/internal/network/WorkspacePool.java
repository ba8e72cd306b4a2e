package io.civae.internal.network;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Workspaces that wait for their next use, at most one for every slot: a network that is used by
 * many threads, one after the other, keeps no more of them than run at once.
 */
final class WorkspacePool {

  private static final int SLOTS_PER_PROCESSOR = 2;

  private final int width;
  private final AtomicReferenceArray<Workspace> waiting;

  /** For rows of at most {@code width} values. */
  WorkspacePool(int width) {
    this.width = width;
    waiting =
        new AtomicReferenceArray<>(
            SLOTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  /** A workspace for so many rows that nobody else has until it is given back. */
  Workspace take(int rows) {
    for (int slot = 0; slot < waiting.length(); slot++) {
      Workspace found = waiting.get(slot) == null ? null : waiting.getAndSet(slot, null);
      if (found != null && found.rows() >= rows) {
        return found;
      }
    }
    return new Workspace(rows, width);
  }

  /** Lets the next one have it; one for which there is no slot is left to the garbage collector. */
  void giveBack(Workspace workspace) {
    for (int slot = 0; slot < waiting.length(); slot++) {
      if (waiting.compareAndSet(slot, null, workspace)) {
        return;
      }
    }
  }
}
