package io.civae.examples;

import io.civae.Cancellation;
import io.civae.Checkpoints;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.TrainingOutcome;
import io.civae.data.DatasetSplit;
import io.civae.testkit.SyntheticDatasets;
import java.nio.file.Path;
import java.time.Duration;

/** A training that may be ended at any moment, and goes on when the program is started again. */
public final class TrainOvernight {

  private TrainOvernight() {}

  /**
   * Trains on a small table that the testkit makes up, which takes some seconds.
   *
   * @param args the folder of the checkpoints; {@code checkpoints} without any
   */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "checkpoints");
    DatasetSplit split =
        SyntheticDatasets.gaussianBlobs(new int[] {300, 300}, 5, 7L).split(0.8, 0.1, 0.1, 7L);
    CiVae ciVae = CiVae.builder().latentDim(2).hiddenLayers(32, 16).epochs(20).seed(7L).build();

    Cancellation cancellation = new Cancellation(); // cancel() from any thread
    FitOptions options =
        FitOptions.builder()
            .checkpoints(Checkpoints.in(folder).every(Duration.ofMinutes(10)))
            .timeBudget(Duration.ofHours(12))
            .cancellation(cancellation)
            .build();
    try (CiVaeModel model = ciVae.fit(split.training(), split.validation(), options)) {
      TrainingOutcome outcome = model.history().outcome().orElseThrow();
      System.out.println("Training ended after step " + outcome.steps() + ": " + outcome.ending());
      System.out.println("It went on from step " + outcome.resumedFromStep());
    }
  }
}
