package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import com.sun.management.ThreadMXBean;
import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Accelerator;
import io.civae.spi.TrainingTask;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Holds what a step of training and a bulk call allocate, most of it for calls of the engine: on
 * MXNet that a step goes without autograd, whose arrays and calls leave objects behind.
 */
final class StepAllocationTest {

  private static final int WARM_UP = 20;
  private static final int STEPS = 40;

  /** 390,000 as it is; 630,000 with autograd. */
  private static final long BYTES_PER_MXNET_STEP = 500_000;

  /** 360,000 as it is. */
  private static final long BYTES_PER_PYTORCH_STEP = 450_000;

  private static final int FEATURES = 16;
  private static final int ROWS = 4_096;
  private static final int CALLS = 20;

  /** What one copy of the observations takes. */
  private static final long BYTES_PER_COPY = 4L * ROWS * FEATURES;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final CiVaeConfig config =
      Fixtures.small().hiddenLayers(32, 32, 16, 16).batchSize(64).epochs(WARM_UP + STEPS).config();

  @Test
  void aStepOfMxnetAllocatesLittle() {
    assumeTrue(Platform.isLinux(), "elsewhere a step goes through autograd");
    assertThat(bytesPerStep(EngineKind.MXNET)).isLessThan(BYTES_PER_MXNET_STEP);
  }

  @Test
  void aStepOfPytorchAllocatesNoMoreThanItDid() {
    assertThat(bytesPerStep(EngineKind.PYTORCH)).isLessThan(BYTES_PER_PYTORCH_STEP);
  }

  private long bytesPerStep(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(2, 32, FEATURES, 1);
    long[] bytes = new long[2];
    Fixtures.train(
        kind,
        new TrainingTask(config, data, null),
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            if (progress.step() == WARM_UP) {
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
            } else if (progress.step() == progress.steps()) {
              bytes[1] = threads.getCurrentThreadAllocatedBytes();
            }
          }
        });
    long perStep = (bytes[1] - bytes[0]) / STEPS;
    System.out.println(kind.engineName() + ": " + perStep + " bytes allocated a step");
    return perStep;
  }

  /** PyTorch gives its results as new arrays: 290,000 as it is, of which a copy is 262,144. */
  @OnEveryEngine
  void aBulkDecodingCopiesObservationsAtMostWhereItMust(EngineKind kind) {
    long limit = kind == EngineKind.MXNET ? BYTES_PER_COPY : BYTES_PER_COPY * 3 / 2;
    float[] z = new float[ROWS * config.latentDim()];
    float[] x = new float[ROWS * FEATURES];
    try (Accelerator accelerator =
        DjlBackend.of(kind.engineName())
            .create()
            .accelerate(config, AcceleratorTest.arbitrary(config, FEATURES, 3))
            .orElseThrow()) {
      accelerator.decode(z, ROWS, x);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        accelerator.decode(z, ROWS, x);
      }
      long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
      System.out.println(kind.engineName() + ": " + perCall + " bytes allocated a decoding");
      assertThat(perCall).isLessThan(limit);
    }
  }
}
