package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import io.civae.CiVaeConfig;
import io.civae.ClassSampling;
import io.civae.TrainingListener;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Preparing batches on another thread changes nothing but the thread. */
final class StepInputsTest {

  private static final LabeledDataset DATA = Fixtures.blobs(3, 21, 6, 1);
  private static final CiVaeConfig CONFIG =
      Fixtures.small()
          .dropout(0.3)
          .discriminatorDropout(0.2)
          .classSampling(ClassSampling.balanced())
          .config();
  private static final long STEPS = 12;

  private static StepInputs<NoiseSource> inputs(TrainingRows rows, boolean ahead) {
    EpochPlan plan =
        new EpochPlan(DATA.features(), CONFIG.batchSize(), CONFIG.classSampling().sampler(DATA));
    return new StepInputs<>(
        new BatchFeed(plan, CONFIG.seed()),
        STEPS,
        () -> new StepInput<>(new BatchBuffer(DATA, rows), new NoiseSource(CONFIG, 3)),
        ahead);
  }

  private static TrainingRows plain() {
    return TrainingRows.of(DATA.features());
  }

  /** A test must not be blamed for the thread of another. */
  @AfterEach
  void noThreadIsLeftOver() {
    Thread.interrupted();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(StepInputs.THREAD);
  }

  @OnEveryEngine
  void everyStepHasTheSameBitsWithAndWithout(EngineKind kind) {
    assertThat(all(kind, true, 0)).isDeepEqualTo(all(kind, false, 0));
    // And where a training continues.
    assertThat(all(kind, true, 7)).isDeepEqualTo(all(kind, false, 7));
  }

  private static float[][] all(EngineKind kind, boolean ahead, long from) {
    List<float[]> values = new ArrayList<>();
    try (NDManager scope = Fixtures.engine(kind).newBaseManager();
        StepInputs<NoiseSource> inputs = inputs(plain(), ahead)) {
      for (long step = from; step < STEPS; step++) {
        StepInput<NoiseSource> input = inputs.take(step);
        StepNoise noise = input.noise().arrays(scope);
        values.add(input.batch().features(scope).toFloatArray());
        values.add(Objects.requireNonNull(input.batch().targets(scope)).toFloatArray());
        values.add(Objects.requireNonNull(noise.latent()).toFloatArray());
        values.add(Objects.requireNonNull(noise.logitMask()).toFloatArray());
        noise.encoderMasks().forEach(mask -> values.add(mask.toFloatArray()));
      }
    }
    return values.toArray(new float[0][]);
  }

  @Test
  void buffersStayAsTheyAreWhileTheNextOnesAreFilled() throws InterruptedException {
    CountDownLatch filled = new CountDownLatch(15 + 16);
    TrainingRows counting =
        (row, epoch, target, offset) -> {
          plain().copyRow(row, epoch, target, offset);
          filled.countDown();
        };
    try (StepInputs<NoiseSource> inputs = inputs(counting, true)) {
      StepInput<NoiseSource> first = inputs.take(0);
      int[] classes = first.batch().classes().clone();
      filled.await();
      assertThat(first.batch().classes()).isEqualTo(classes);
      assertThat(inputs.take(1)).isNotSameAs(first);
      assertThat(inputs.take(2)).isSameAs(first);
    }
  }

  @Test
  void anExceptionOfUserCodeSurfacesAtItsStepAsItIs() {
    RuntimeException failure = new IllegalStateException("no such row", new Exception("disk"));
    assertSurfaces(
        failure,
        () -> {
          throw failure;
        });
    Error error = new StackOverflowError("too deep");
    assertSurfaces(
        error,
        () -> {
          throw error;
        });
  }

  private static void assertSurfaces(Throwable thrown, Runnable failing) {
    TrainingRows rows =
        (row, epoch, target, offset) -> {
          // The second epoch begins with step 4.
          if (epoch == 2) {
            failing.run();
          }
        };
    try (StepInputs<NoiseSource> inputs = inputs(rows, true)) {
      for (int step = 0; step < 4; step++) {
        inputs.take(step);
      }
      assertThatThrownBy(() -> inputs.take(4)).isSameAs(thrown);
    }
  }

  @Test
  void closingWaitsForTheBatchUnderWayAndKeepsTheInterrupt() {
    AtomicBoolean ended = new AtomicBoolean();
    TrainingRows slow =
        (row, epoch, target, offset) -> {
          if (epoch == 2) {
            sleepAWhile();
            ended.set(true);
          }
        };
    StepInputs<NoiseSource> inputs = inputs(slow, true);
    for (int step = 0; step < 4; step++) {
      inputs.take(step);
    }
    Thread.currentThread().interrupt();
    inputs.close();
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(ended).isTrue();
  }

  private static void sleepAWhile() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError("user code is not interrupted", e);
    }
  }

  @OnEveryEngine
  void aTransformRunsBesideTheTrainingThread(EngineKind kind) {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "nothing runs ahead on one core");
    Set<String> threads = ConcurrentHashMap.newKeySet();
    TrainingRows noting =
        (row, epoch, target, offset) -> {
          threads.add(Thread.currentThread().getName());
          plain().copyRow(row, epoch, target, offset);
        };
    train(kind, noting);
    assertThat(threads).containsExactly(StepInputs.THREAD);
  }

  @OnEveryEngine
  void aTrainingThatFailsLeavesNoThread(EngineKind kind) {
    RuntimeException failure = new IllegalStateException("no such rotation");
    TrainingRows failing =
        (row, epoch, target, offset) -> {
          if (epoch == 2) {
            throw failure;
          }
          plain().copyRow(row, epoch, target, offset);
        };
    assertThatThrownBy(() -> train(kind, failing)).isSameAs(failure);
  }

  private static void train(EngineKind kind, TrainingRows rows) {
    Fixtures.train(kind, new TrainingTask(CONFIG, DATA, null, rows), TrainingListener.NONE);
  }
}
