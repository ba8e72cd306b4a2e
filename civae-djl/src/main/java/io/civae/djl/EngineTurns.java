package io.civae.djl;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one training step or bulk inference at a time run on an engine: PyTorch's gradient collector
 * is one to a process, and two computations at once would only fight for the same threads.
 *
 * <p>When the JVM ends, at Ctrl-C for instance, the last turn is taken for good: natives that are
 * unloaded under a running step crash the process now and then.
 */
final class EngineTurns {

  /** A step takes far less; an exit must not wait for ever on one that hangs. */
  private static final long LAST_TURN_SECONDS = 10;

  private static final ConcurrentMap<EngineKind, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private EngineTurns() {}

  /** Runs the work once the engine is free. */
  static void run(EngineKind kind, Runnable work) {
    take(
        kind,
        () -> {
          work.run();
          return kind;
        });
  }

  /** Runs the work once the engine is free, and returns what it comes to. */
  static <T> T take(EngineKind kind, Supplier<T> work) {
    ReentrantLock lock = LOCKS.computeIfAbsent(kind, ignored -> lockUntilExit());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Fair, so that an exit that waits goes before the next step. */
  private static ReentrantLock lockUntilExit() {
    ReentrantLock lock = new ReentrantLock(true);
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> takeForGood(lock), "civae-exit"));
    } catch (IllegalStateException e) {
      // The JVM is ending already: whatever runs now is part of that end.
      return lock;
    }
    return lock;
  }

  private static void takeForGood(ReentrantLock lock) {
    try {
      lock.tryLock(LAST_TURN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
