package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/**
 * Memory stays level over many trainings; {@code -Dcivae.reliability.fits=500} for the full form.
 */
final class FitCyclesTest {

  private static final int FULL = 500;
  private static final int FITS = Integer.getInteger("civae.reliability.fits", 12);

  /** In the full form, nothing is loaded or compiled for the first time from here on. */
  private static final int WARM_UP = Math.min(50, FITS / 2);

  @OnEveryEngine
  void residentMemoryStaysLevelOverFitsAndCloses(EngineKind kind) {
    ResidentMemory.assumeKnown();
    LabeledDataset data = Fixtures.blobs(2, 200, 20, 1);
    CiVaeBuilder settings =
        Fixtures.small().hiddenLayers(64, 32).backend(DjlBackend.of(kind.engineName()));
    long afterWarmUp = 0;
    long heapPages = 0;
    for (int i = 1; i <= FITS; i++) {
      try (CiVaeModel model = settings.build().fit(data, data)) {
        assertThat(model.encoder().encode(data.features()).size()).isEqualTo(400);
      }
      if (i == WARM_UP) {
        afterWarmUp = ResidentMemory.kilobytes();
        heapPages = -heap().getUsed() / 1024;
      }
    }
    heapPages += heap().getCommitted() / 1024;
    long growth = ResidentMemory.kilobytes() - afterWarmUp;
    System.out.printf(
        "%s: resident memory %,d KB after %d fits, %,d KB more after %d%n",
        kind, afterWarmUp, WARM_UP, growth, FITS);
    assertThat((double) growth)
        .isLessThan(
            FITS >= FULL
                ? ResidentMemory.ALLOWED_SHARE * afterWarmUp
                : (double) ResidentMemory.ALLOWED_GROWTH_KB + heapPages);
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }
}
