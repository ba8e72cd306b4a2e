package io.civae.djl;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one training step or bulk inference at a time run on an engine: PyTorch's gradient collector
 * is one to a process, and two computations at once would only fight for the same threads.
 */
final class EngineTurns {

  private static final ConcurrentMap<EngineKind, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private EngineTurns() {}

  /** Runs the work once the engine is free. */
  static <T> T take(EngineKind kind, Supplier<T> work) {
    ReentrantLock lock = LOCKS.computeIfAbsent(kind, ignored -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
