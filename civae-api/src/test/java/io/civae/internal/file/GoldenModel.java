package io.civae.internal.file;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.fixture.HandMadeModels;
import io.civae.fixture.RandomParameters;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The recipe of the golden file of format version 1. A golden file is written once, when its
 * version is released, by the code of that version, and never again; every later version loads it.
 *
 * <p>To write one: run {@link #main} on the test class path with the file's name.
 */
final class GoldenModel {

  static final String RESOURCE = "/io/civae/golden/model-1.civae";

  private GoldenModel() {}

  /** Every setting is spelled out, so that no later default changes the recipe. */
  static ModelContents contents() {
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(2)
            .hiddenLayers(5, 4)
            .decoderLayers(4, 5)
            .batchNormalization(BatchNormalization.BEFORE_ACTIVATION)
            .dropout(0)
            .discriminatorDropout(0)
            .sampling(true)
            .likelihood(Likelihood.GAUSSIAN)
            .outputActivation(OutputActivation.LINEAR)
            .scaling(Scaling.STANDARD)
            .alpha(0.01)
            .beta(1)
            .epochs(1)
            .batchSize(2)
            .learningRate(0.001)
            .learningRateSchedule(LearningRateSchedule.constant())
            .weightDecay(0)
            .klWarmUp(0)
            .gradientClipping(0)
            .earlyStopping(0)
            .seed(17)
            .device("auto")
            .config();
    return new ModelContents(
        config,
        List.of("a", "b"),
        List.of("x0", "x1", "x2"),
        new FeatureScaler(new float[] {-0.5f, 0.5f, 1.5f}, new float[] {2, 3, 4}),
        RandomParameters.of(17, config, 3, 2),
        HandMadeModels.history(),
        new Provenance(Map.of("backend", "none")));
  }

  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), LoadAttempt.bytes(contents()));
  }
}
