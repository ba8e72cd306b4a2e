package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import com.sun.management.ThreadMXBean;
import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingTask;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Holds that a step of MXNet goes without autograd, whose arrays and calls leave objects behind.
 */
final class StepAllocationTest {

  private static final int WARM_UP = 20;
  private static final int STEPS = 40;

  /** 390,000 as it is, most of it for calls of the engine; 630,000 with autograd. */
  private static final long BYTES_PER_STEP = 500_000;

  @Test
  void aStepOfMxnetAllocatesLittle() {
    assumeTrue(Platform.isLinux(), "elsewhere a step goes through autograd");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LabeledDataset data = Fixtures.blobs(2, 32, 16, 1);
    CiVaeConfig config =
        Fixtures.small()
            .hiddenLayers(32, 32, 16, 16)
            .batchSize(64)
            .epochs(WARM_UP + STEPS)
            .config();
    long[] bytes = new long[2];

    Fixtures.train(
        EngineKind.MXNET,
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
    System.out.println("MXNet: " + perStep + " bytes allocated a step");
    assertThat(perStep).isLessThan(BYTES_PER_STEP);
  }
}
