package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.HandMadeModels;
import io.civae.spi.Accelerator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AcceleratedModelTest {

  private static final int LARGE = CiVaeModel.ACCELERATED_ROWS;

  private static TrainedModel model(Accelerator engine) {
    return new TrainedModel(HandMadeModels.smallContents(), engine);
  }

  @Test
  void servesCallsFrom256RowsOn() {
    FakeAccelerator engine = new FakeAccelerator();
    try (CiVaeModel model = model(engine)) {
      float[][] mean = model.encoder().encode(new float[LARGE][3]).mean();
      assertThat(mean[LARGE - 1]).containsOnly(FakeAccelerator.ANSWER);
      float[] decoded = model.decoder().decode(new float[LARGE][2])[LARGE - 1];
      // Scales 2, 3, 4 and offsets −0.5, 0.5, 1.5 of the hand-made scaler.
      assertThat(decoded).containsExactly(0.75f, 2.375f, 4);
      assertThat(model.discriminator().logits(new float[LARGE][2])[0])
          .containsOnly(FakeAccelerator.ANSWER);
      assertThat(engine.calls()).containsExactly("encode 256", "decode 256", "classify 256");
    }
  }

  @Test
  void leavesSmallerCallsToPlainJava() {
    FakeAccelerator engine = new FakeAccelerator();
    try (CiVaeModel accelerated = model(engine);
        CiVaeModel plain = new TrainedModel(HandMadeModels.smallContents(), null)) {
      float[][] x = new float[LARGE - 1][3];
      float[][] z = new float[LARGE - 1][2];
      assertThat(accelerated.encoder().encode(x).mean())
          .isDeepEqualTo(plain.encoder().encode(x).mean());
      assertThat(accelerated.decoder().decode(z)).isDeepEqualTo(plain.decoder().decode(z));
      assertThat(accelerated.discriminator().probabilities(z))
          .isDeepEqualTo(plain.discriminator().probabilities(z));
      accelerated.reconstruct(FeatureMatrix.of(x));
      accelerated.traverse(x[0], x[1], Traversal.linear(), LARGE - 1);
      assertThat(engine.calls()).isEmpty();
    }
  }

  /** The ends of a walk are two rows, whatever the number of points. */
  @Test
  void decidesByTheSizeOfEachCall() {
    FakeAccelerator engine = new FakeAccelerator();
    try (CiVaeModel model = model(engine)) {
      model.traverse(new float[3], new float[3], Traversal.linear(), LARGE);
      model.reconstruct(new float[LARGE][3]);
    }
    assertThat(engine.calls())
        .containsExactly("decode 256", "classify 256", "encode 256", "decode 256");
  }

  @Test
  void handsScaledFeaturesOver() {
    float[][] seen = new float[1][];
    Accelerator engine =
        new FailingAccelerator() {
          @Override
          public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
            seen[0] = x.clone();
          }

          @Override
          public void close() {
            // Nothing is held.
          }
        };
    try (CiVaeModel model = model(engine)) {
      float[][] x = new float[LARGE][3];
      x[1] = new float[] {1, 2, 3};
      model.encoder().encode(x);
    }
    assertThat(seen[0]).hasSize(3 * LARGE);
    assertThat(new float[] {seen[0][3], seen[0][4], seen[0][5]})
        .containsExactly(0.75f, 0.5f, 0.375f);
  }

  @Test
  void closesItsEngineOnce() {
    FakeAccelerator engine = new FakeAccelerator();
    TrainedModel model = model(engine);
    assertThat(engine.timesClosed()).isZero();
    model.close();
    model.close();
    assertThat(engine.timesClosed()).isEqualTo(1);
  }

  @Test
  void letsAFailureOfItsEngineThrough() {
    FailingAccelerator engine = new FailingAccelerator();
    TrainedModel model = model(engine);
    for (Runnable call :
        new Runnable[] {
          () -> model.encoder().encode(new float[LARGE][3]),
          () -> model.decoder().decode(new float[LARGE][2]),
          () -> model.discriminator().predict(new float[LARGE][2])
        }) {
      assertThatThrownBy(call::run)
          .isInstanceOf(BackendException.class)
          .hasMessage("out of memory");
    }
    assertThat(model.encoder().mean(new float[3])).hasSize(2);
    assertThatThrownBy(model::close).isInstanceOf(BackendException.class);
    assertThat(engine.closed).isEqualTo(1);
    model.close();
    assertThat(engine.closed).isEqualTo(1);
    assertThatThrownBy(model::classNames).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Timeout(60)
  void waitsForCallsUnderWayBeforeItCloses() throws InterruptedException, ExecutionException {
    CountDownLatch encoding = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    FakeAccelerator engine = new FakeAccelerator();
    Accelerator slow =
        new FailingAccelerator() {
          @Override
          public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
            encoding.countDown();
            await(mayFinish);
            assertThat(engine.timesClosed()).as("closed under a call").isZero();
          }

          @Override
          public void close() {
            engine.close();
          }
        };
    TrainedModel model = model(slow);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<float[][]> call =
          threads.submit(() -> model.encoder().encode(new float[LARGE][3]).mean());
      encoding.await();
      Thread closer = new Thread(model::close);
      closer.start();
      while (closer.getState() != Thread.State.WAITING) {
        assertThat(closer.isAlive()).as("close returned during a call").isTrue();
        Thread.onSpinWait();
      }
      assertThat(engine.timesClosed()).isZero();
      mayFinish.countDown();
      assertThat(call.get().length).isEqualTo(LARGE);
      closer.join();
      assertThat(engine.timesClosed()).isEqualTo(1);
    } finally {
      mayFinish.countDown();
      threads.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An engine of which nothing works. */
  private static class FailingAccelerator implements Accelerator {
    int closed;

    @Override
    public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
      throw new BackendException("out of memory");
    }

    @Override
    public void decode(float[] z, int rows, float[] reconstruction) {
      throw new BackendException("out of memory");
    }

    @Override
    public void classify(float[] z, int rows, float[] logits) {
      throw new BackendException("out of memory");
    }

    @Override
    public void close() {
      closed++;
      throw new BackendException("stuck");
    }
  }
}
