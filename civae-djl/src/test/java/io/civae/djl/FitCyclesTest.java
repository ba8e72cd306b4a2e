package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;

/** Memory stays level over many trainings; {@code -Dcivae.reliability.fits=500} for the full form. */
final class FitCyclesTest {

  private static final int FITS = Integer.getInteger("civae.reliability.fits", 12);

  /** From here on nothing is loaded or compiled for the first time any more. */
  private static final int WARM_UP = Math.min(50, FITS / 2);

  private static final double ALLOWED_SHARE = 0.1;

  @OnEveryEngine
  void residentMemoryStaysLevelOverFitsAndCloses(EngineKind kind) {
    ResidentMemory.assumeKnown();
    LabeledDataset data = Fixtures.blobs(2, 200, 20, 1);
    CiVaeBuilder settings =
        Fixtures.small().hiddenLayers(64, 32).backend(DjlBackend.of(kind.engineName()));
    long afterWarmUp = 0;
    for (int i = 1; i <= FITS; i++) {
      try (CiVaeModel model = settings.build().fit(data, data)) {
        assertThat(model.encoder().encode(data.features()).size()).isEqualTo(400);
      }
      if (i == WARM_UP) {
        afterWarmUp = ResidentMemory.kilobytes();
      }
    }
    long atEnd = ResidentMemory.kilobytes();
    System.out.printf(
        "%s: resident memory %,d KB after %d fits, %,d KB after %d%n",
        kind, afterWarmUp, WARM_UP, atEnd, FITS);
    assertThat((double) atEnd).isLessThan(afterWarmUp * (1 + ALLOWED_SHARE));
  }
}
