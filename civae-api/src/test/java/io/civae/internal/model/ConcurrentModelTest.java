package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.fixture.HandMadeModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

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
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<T>> futures = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
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
