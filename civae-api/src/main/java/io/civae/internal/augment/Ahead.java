package io.civae.internal.augment;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things that are made one after another, each while the one before it is in use: who has asked for
 * a second gets every further one from the background, where one at most is made ahead. Nothing is
 * made before it is asked for the first time, and nothing further once nobody asks. What the maker
 * throws, the asking thread throws, then and for each further question. Not thread-safe.
 */
final class Ahead<T> {

  private final Supplier<T> maker;
  private @Nullable FutureTask<T> coming;
  private @Nullable ForkJoinTask<?> queued;
  private boolean asked;

  /** The maker is never at work twice at a time, and each work happens before the next. */
  Ahead(Supplier<T> maker) {
    this.maker = maker;
  }

  T next() {
    FutureTask<T> due = coming == null ? new FutureTask<>(maker::get) : coming;
    if (queued != null) {
      // Where there is no other thread to do it, it must not stay in the queue for ever.
      queued.tryUnfork();
    }
    // Here, if nobody has begun it; otherwise this does nothing.
    due.run();
    T made = made(due);
    coming = null;
    queued = null;
    if (asked) {
      FutureTask<T> following = new FutureTask<>(maker::get);
      coming = following;
      // In the pool of the asking thread if it has one, else in the common pool.
      queued = ForkJoinTask.adapt(following).fork();
    }
    asked = true;
    return made;
  }

  private static <T> T made(FutureTask<T> due) {
    try {
      return Uninterruptibles.getUninterruptibly(due);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }
}
