package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.civae.CiVaeConfig;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** Memory stays level; {@code -Dcivae.memory.steps=5000} looks for longer. */
final class MemoryTest {

  private static final int STEPS = Integer.getInteger("civae.memory.steps", 300);

  /** Until then Java's own heap is still being touched for the first time. */
  private static final int WARM_UP_STEPS = 100 + STEPS / 6;

  /** One step's arrays take 8 MB, so what leaks with each step passes this within the warm-up. */
  private static final long ALLOWED_GROWTH_KB = 100_000;

  @OnEveryEngine
  void residentMemoryAndArraysStayLevelOverHundredsOfSteps(EngineKind kind) {
    ResidentMemory.assumeKnown();
    LabeledDataset data = Fixtures.blobs(2, 512, 32, 1);
    CiVaeConfig config =
        Fixtures.small()
            .hiddenLayers(128, 64)
            .batchSize(512)
            .dropout(0.1)
            .epochs((STEPS + WARM_UP_STEPS) / 2)
            .config();
    Watch watch = new Watch(Fixtures.engine(kind).newBaseManager());

    Fixtures.train(kind, new TrainingTask(config, data, data), watch);

    System.out.printf(
        "%s: resident memory %,d KB after %,d steps, %,d KB after %,d%n",
        kind, watch.residentAfterWarmUp, WARM_UP_STEPS, watch.residentAtEnd, STEPS + WARM_UP_STEPS);
    assertThat(watch.arraysAtEnd).isEqualTo(watch.arraysAfterWarmUp).isPositive();
    assertThat(watch.residentAtEnd - watch.residentAfterWarmUp)
        .isLessThan(ALLOWED_GROWTH_KB + watch.heapPagesKilobytes);
  }

  @OnEveryEngine
  void noArrayIsLeftWhenTrainingAndServingAreOver(EngineKind kind) {
    NDManager all = systemManager(Fixtures.engine(kind).newBaseManager());
    CiVaeConfig config = Fixtures.small().config();
    LabeledDataset data = Fixtures.blobs(2, 20, 4, 1);
    int before = all.getManagedArrays().size();

    try (var backend = DjlBackend.of(kind.engineName()).create()) {
      var parameters =
          backend
              .train(
                  new TrainingTask(config, data, data), TrainingControl.of(TrainingListener.NONE))
              .chosen();
      try (var accelerator = backend.accelerate(config, parameters).orElseThrow()) {
        accelerator.classify(new float[20], 10, new float[20]);
      }
    }

    assertThat(all.getManagedArrays()).hasSize(before);
  }

  private static NDManager systemManager(NDManager base) {
    NDManager parent = Objects.requireNonNull(base.getParentManager());
    base.close();
    return parent;
  }

  private static final class Watch implements TrainingListener {

    private final NDManager all;
    private int arraysAfterWarmUp;
    private int arraysAtEnd;
    private long residentAfterWarmUp;
    private long residentAtEnd;

    /** What the Java heap may have come to use of the pages it was promised. */
    private long heapPagesKilobytes;

    Watch(NDManager base) {
      all = systemManager(base);
    }

    @Override
    public void stepEnded(TrainingProgress progress) {
      if (progress.step() == WARM_UP_STEPS) {
        arraysAfterWarmUp = all.getManagedArrays().size();
        residentAfterWarmUp = ResidentMemory.kilobytes();
        heapPagesKilobytes = -heap().getUsed() / 1024;
      } else if (progress.step() == progress.steps()) {
        arraysAtEnd = all.getManagedArrays().size();
        residentAtEnd = ResidentMemory.kilobytes();
        heapPagesKilobytes += heap().getCommitted() / 1024;
      }
    }

    private static MemoryUsage heap() {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
  }
}
