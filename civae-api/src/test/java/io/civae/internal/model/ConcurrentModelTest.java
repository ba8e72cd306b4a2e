package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.fixture.HandMadeModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ConcurrentModelTest {

  private static final int THREADS = 8;

  private static TrainedModel model() {
    return new TrainedModel(
        HandMadeModels.contents(
            CiVae.builder()
                .latentDim(4)
                .hiddenLayers(24, 12)
                .epochs(1)
                .batchSize(2)
                .scaling(Scaling.STANDARD)
                .outputActivation(OutputActivation.LINEAR)
                .config(),
            10,
            List.of("a", "b", "c")),
        null);
  }

  private static float[][] rows(int n) {
    Random random = new Random(3);
    float[][] x = new float[n][10];
    for (float[] row : x) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return x;
  }

  private static <T> List<T> together(Callable<T> call)
      throws InterruptedException, ExecutionException {
    return together(THREADS, call);
  }

  private static <T> List<T> together(int count, Callable<T> call)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Future<T>> futures = new ArrayList<>();
      for (int t = 0; t < count; t++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void servesManyThreadsAtOnce() throws InterruptedException, ExecutionException {
    float[][] x = rows(500);
    try (CiVaeModel model = model()) {
      float[][] mean = model.encoder().encode(x).mean();
      float[][] decoded = model.reconstruct(x);
      float[][] walk = model.traverse(x[0], x[1], Traversal.linear(), 30).observations();
      for (int repeat = 0; repeat < 5; repeat++) {
        for (float[][] result : together(() -> model.encoder().encode(x).mean())) {
          assertThat(result).isDeepEqualTo(mean);
        }
        for (float[][] result : together(() -> model.reconstruct(x))) {
          assertThat(result).isDeepEqualTo(decoded);
        }
        for (float[][] result :
            together(() -> model.traverse(x[0], x[1], Traversal.linear(), 30).observations())) {
          assertThat(result).isDeepEqualTo(walk);
        }
      }
    }
  }

  /** Each thread asks for other rows in another order; none may see another's. */
  @Test
  void answersManyThreadsAsItAnswersOne() throws InterruptedException, ExecutionException {
    int threads = 64;
    int calls = Integer.getInteger("civae.reliability.encodes", 300);
    float[][] x = rows(500);
    try (CiVaeModel model = model()) {
      float[][] expected = new float[x.length][];
      for (int i = 0; i < x.length; i++) {
        expected[i] = model.encoder().mean(x[i]);
      }
      AtomicInteger next = new AtomicInteger();
      long start = System.nanoTime();
      List<Integer> different =
          together(
              threads,
              () -> {
                int stride = 2 * next.getAndIncrement() + 1;
                int wrong = 0;
                for (int i = 0; i < calls; i++) {
                  int row = (int) ((long) i * stride % x.length);
                  wrong += Arrays.equals(model.encoder().mean(x[row]), expected[row]) ? 0 : 1;
                }
                return wrong;
              });
      double seconds = (System.nanoTime() - start) / 1e9;
      LoggerFactory.getLogger(ConcurrentModelTest.class)
          .info("{} threads × {} encodes in {} s", threads, calls, seconds);
      assertThat(different).hasSize(threads).containsOnly(0);
    }
  }

  @Test
  void answersOrRefusesWhileItIsBeingClosed() throws InterruptedException, ExecutionException {
    float[][] x = rows(300);
    float[][] expected;
    try (CiVaeModel model = model()) {
      expected = model.encoder().encode(x).mean();
    }
    for (int repeat = 0; repeat < 20; repeat++) {
      CiVaeModel model = model();
      List<Boolean> answered =
          together(
              () -> {
                try {
                  for (int i = 0; i < 10; i++) {
                    assertThat(model.encoder().encode(x).mean()).isDeepEqualTo(expected);
                  }
                  model.close();
                  return true;
                } catch (IllegalStateException e) {
                  assertThat(e).hasMessage("the model is closed");
                  return false;
                }
              });
      assertThat(answered).contains(true);
    }
  }
}
