package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Steps find their memory where the last one left it. */
final class NativeHeapTest {

  private static final Path STAT = Path.of("/proc/self/stat");

  /** Behind the process's name, which stands in brackets and may hold spaces. */
  private static final int MINOR_FAULTS = 8;

  private static final int WARM_UP = 40;
  private static final int STEPS = 80;

  /**
   * With the limits the library starts with 7,000; with ours what Java itself causes, under 100.
   */
  private static final long FAULTS_PER_STEP = 800;

  @Test
  void aStepOfMxnetMapsNoMemoryAnew() {
    assumeTrue(Files.isReadable(STAT), "page faults are known on Linux only");
    LabeledDataset data = Fixtures.blobs(2, 256, 784, 1);
    CiVaeConfig config =
        Fixtures.small().hiddenLayers(256, 128).batchSize(512).epochs(WARM_UP + STEPS).config();
    long[] faults = new long[2];

    Fixtures.train(
        EngineKind.MXNET,
        new TrainingTask(config, data, null),
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            if (progress.step() == WARM_UP) {
              faults[0] = minorFaults();
            } else if (progress.step() == progress.steps()) {
              faults[1] = minorFaults();
            }
          }
        });

    long perStep = (faults[1] - faults[0]) / STEPS;
    System.out.println("MXNet: " + perStep + " page faults a step");
    assertThat(perStep).isLessThan(FAULTS_PER_STEP);
  }

  private static long minorFaults() {
    try {
      String line = Files.readString(STAT);
      return Long.parseLong(
          line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[MINOR_FAULTS - 1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
