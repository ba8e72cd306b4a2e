package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AheadTest {

  private final AtomicInteger made = new AtomicInteger();

  @Test
  void makesTheSameThingsInTheSameOrder() {
    Ahead<Integer> ahead = new Ahead<>(made::incrementAndGet);
    assertThat(Stream.generate(ahead::next).limit(1_000))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000).boxed().toList());
  }

  @Test
  void makesNothingThatNobodyAskedForUntilASecondIsWanted() {
    Ahead<Integer> ahead = new Ahead<>(made::incrementAndGet);
    assertThat(made).hasValue(0);
    ahead.next();
    assertThat(made).hasValue(1);
  }

  /** Would wait for ever if the third were made only when it is asked for. */
  @Test
  void makesTheNextInTheBackgroundAndNoFurther() throws InterruptedException {
    CountDownLatch third = new CountDownLatch(1);
    Ahead<Integer> ahead =
        new Ahead<>(
            () -> {
              int number = made.incrementAndGet();
              if (number == 3) {
                third.countDown();
              }
              return number;
            });
    ahead.next();
    ahead.next();
    third.await();
    assertThat(made).hasValue(3);
    assertThat(ahead.next()).isEqualTo(3);
    assertThat(made.get()).isBetween(3, 4);
  }

  @Test
  void throwsWhatTheMakerThrewToTheAskingThreadEachTime() {
    IllegalStateException failure = new IllegalStateException("the model is closed");
    Ahead<Integer> ahead =
        new Ahead<>(
            () -> {
              if (made.incrementAndGet() == 3) {
                throw failure;
              }
              return made.get();
            });
    ahead.next();
    ahead.next();
    assertThatThrownBy(ahead::next).isSameAs(failure);
    assertThatThrownBy(ahead::next).isSameAs(failure);
    assertThat(made).hasValue(3);
  }

  /** As where the common pool was told to have no workers. */
  @Test
  void doesTheWorkItselfWhereNobodyElseCan() {
    Set<Thread> makers = ConcurrentHashMap.newKeySet();
    Ahead<Integer> ahead =
        new Ahead<>(
            () -> {
              makers.add(Thread.currentThread());
              return made.incrementAndGet();
            });
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      List<Integer> numbers =
          alone.submit(() -> Stream.generate(ahead::next).limit(5).toList()).join();
      assertThat(numbers).containsExactly(1, 2, 3, 4, 5);
    } finally {
      alone.shutdownNow();
    }
    assertThat(makers).hasSize(1);
  }
}
