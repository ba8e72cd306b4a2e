package io.civae.djl;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a training need, one after the other: while one step is under way, a thread
 * prepares the next one in other buffers. What is in them depends on the seed and the step alone,
 * so it makes no difference when and where it is prepared.
 *
 * <p>On a single core there is nothing to gain, and where the common pool is set to have no
 * threads, two that take turns in parallel streams may wait for each other for ever: there the
 * thread that trains prepares each step before it. To be used by one thread, and closed by it.
 */
final class StepInputs<N extends StepDraws> implements AutoCloseable {

  static final String THREAD = "civae-batches";

  /** The property and not the pool, which calls itself one of 1 thread when it is told 0. */
  private static final String WORKERS = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private final BatchFeed feed;
  private final long steps;
  private final @Nullable ExecutorService worker;
  private StepInput<N> current;
  private StepInput<N> other;
  private @Nullable Future<?> prepared;
  private @Nullable Thread thread;

  /** {@code buffers} makes those of one step. */
  StepInputs(BatchFeed feed, long steps, Supplier<StepInput<N>> buffers) {
    this(
        feed,
        steps,
        buffers,
        Runtime.getRuntime().availableProcessors() > 1 && Integer.getInteger(WORKERS, 1) > 0);
  }

  StepInputs(BatchFeed feed, long steps, Supplier<StepInput<N>> buffers, boolean ahead) {
    this.feed = feed;
    this.steps = steps;
    current = buffers.get();
    other = ahead ? buffers.get() : current;
    // Starts no thread before there is work for it.
    worker = ahead ? Executors.newSingleThreadExecutor(this::started) : null;
  }

  /** A daemon: a program that ends in the middle of a training must not wait for a batch. */
  private Thread started(Runnable work) {
    Thread made = new Thread(work, THREAD);
    made.setDaemon(true);
    thread = made;
    return made;
  }

  /**
   * The buffers of a step, counted from 0, the one after that of the call before; they stay as they
   * are until the next call.
   *
   * @throws RuntimeException whatever the observations or their transform threw
   */
  StepInput<N> take(long step) {
    if (worker == null) {
      feed.fill(current, step);
      return current;
    }
    await(prepared == null ? submit(worker, other, step) : prepared);
    StepInput<N> ready = other;
    other = current;
    current = ready;
    prepared = step + 1 < steps ? submit(worker, other, step + 1) : null;
    return current;
  }

  private Future<?> submit(ExecutorService executor, StepInput<N> input, long step) {
    return executor.submit(() -> feed.fill(input, step));
  }

  private static void await(Future<?> work) {
    try {
      uninterruptibly(work::get);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("preparing a batch failed", e);
    }
  }

  /** Waits for a batch under way: user code, which an interrupt might make fail in its files. */
  @Override
  public void close() {
    if (worker == null) {
      return;
    }
    worker.shutdown();
    Thread running = thread;
    if (running != null) {
      // The thread itself, which is there a moment longer than its pool.
      end(running);
    }
  }

  private static void end(Thread running) {
    try {
      uninterruptibly(
          () -> {
            running.join();
            return running;
          });
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of a thread does not fail", e);
    }
  }

  private interface Waiting<T> {
    T await() throws InterruptedException, ExecutionException;
  }

  /** An interrupt ends a training after its step, and that is for its control to find. */
  private static <T> T uninterruptibly(Waiting<T> waiting) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
