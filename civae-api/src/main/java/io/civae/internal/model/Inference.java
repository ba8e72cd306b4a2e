package io.civae.internal.model;

import io.civae.CiVaeModel;
import io.civae.spi.Accelerator;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the network's forward pass in plain Java or on the engine, and guards its end: calls under
 * way hold it open, {@link #close()} waits for them, later ones are refused.
 */
final class Inference implements AutoCloseable {

  /**
   * Rows of a bulk call that go through together: neither its arguments nor its result are held
   * twice, and what is held of them fits a cache. A multiple of the rows that engines take at once:
   * they compute the same as on the whole.
   */
  static final int CHUNK_ROWS = 1024;

  private final Accelerator plain;
  private final @Nullable Accelerator engine;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  Inference(Accelerator plain, @Nullable Accelerator engine) {
    this.plain = plain;
    this.engine = engine;
  }

  /** The one rule of which way a call goes; it depends on the call's size alone. */
  Accelerator forRows(int rows) {
    return engine != null && rows >= CiVaeModel.ACCELERATED_ROWS ? engine : plain;
  }

  /** Plain Java, always there. */
  Accelerator plain() {
    return plain;
  }

  /** The engine, or null for none. */
  @Nullable Accelerator engine() {
    return engine;
  }

  /** Runs a call while the model is held open. */
  <T> T whileOpen(Supplier<T> call) {
    Lock shared = hold();
    try {
      return call.get();
    } finally {
      shared.unlock();
    }
  }

  /** Runs a call that gives nothing back while the model is held open. */
  void run(Runnable call) {
    Lock shared = hold();
    try {
      call.run();
    } finally {
      shared.unlock();
    }
  }

  /** Takes the lock that keeps the model open. */
  private Lock hold() {
    Lock shared = lock.readLock();
    shared.lock();
    if (closed) {
      shared.unlock();
      throw new IllegalStateException("the model is closed");
    }
    return shared;
  }

  @Override
  public void close() {
    if (lock.getReadHoldCount() > 0) {
      // Waiting for the call to end would be waiting for oneself.
      throw new IllegalStateException(
          "the model cannot be closed from inside one of its own calls; close it after the call");
    }
    Lock exclusive = lock.writeLock();
    exclusive.lock();
    try {
      if (!closed) {
        closed = true;
        if (engine != null) {
          engine.close();
        }
      }
    } finally {
      exclusive.unlock();
    }
  }
}
