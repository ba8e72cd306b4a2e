package io.civae.djl;

import io.civae.Checkpoints;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.nio.file.Path;
import java.time.Duration;

/** A short training with a checkpoint after every step, for a JVM of its own that may be killed. */
public final class KilledTraining {

  private static final long PAUSE_MILLIS = 8;

  private KilledTraining() {}

  /**
   * Trains, or goes on, and saves the model.
   *
   * @param arguments the engine, the folder of checkpoints, the model's file
   */
  public static void main(String[] arguments) {
    Checkpoints everyStep = Checkpoints.in(Path.of(arguments[1])).every(Duration.ofNanos(1));
    TrainingListener slow =
        new TrainingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            System.out.println("step " + progress.step());
            try {
              Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    FitOptions options = FitOptions.builder().listener(slow).checkpoints(everyStep).build();
    try (CiVaeModel model = fit(arguments[0], options)) {
      model.save(Path.of(arguments[2]));
    }
  }

  /** Forty steps in ten epochs. */
  static CiVaeModel fit(String engine, FitOptions options) {
    CiVae ciVae =
        Fixtures.small()
            .epochs(10)
            .dropout(0.1)
            .earlyStopping(4)
            .backend(DjlBackend.of(engine))
            .build();
    return ciVae.fit(Fixtures.blobs(2, 32, 5, 1), Fixtures.blobs(2, 20, 5, 2), options);
  }
}
