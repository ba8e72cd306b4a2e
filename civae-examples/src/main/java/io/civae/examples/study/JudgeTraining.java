package io.civae.examples.study;

import io.civae.ImageJitter;
import io.civae.TrainingProgress;
import io.civae.evaluation.NetworkJudge;
import io.civae.spi.BackendProvider;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Trains the judge: the same for every recipe, so that studies can be compared. It sees jittered
 * images whatever the models see, because it is there to be right.
 */
final class JudgeTraining {

  private static final int SIDE = 28;
  private static final int[] HIDDEN_LAYERS = {1024, 512};

  private JudgeTraining() {}

  static StudyJudge train(StudyData data, int epochs, BackendProvider backend, PrintWriter err) {
    ImageJitter jitter = ImageJitter.of(SIDE, SIDE).rotation(12).scale(0.1).shift(1.5).elastic(1);
    NetworkJudge judge =
        NetworkJudge.builder()
            .hiddenLayers(HIDDEN_LAYERS)
            .epochs(epochs)
            .seed(data.seed())
            .backend(backend)
            .observationTransform(jitter)
            .progress(epochsTo(err))
            .train(data.training());
    String description =
        "NetworkJudge, hidden layers "
            + Arrays.toString(HIDDEN_LAYERS)
            + ", "
            + epochs
            + " epochs, seed "
            + data.seed()
            + ", "
            + jitter.description();
    return new StudyJudge(judge, judge.accuracy(data.test()), description);
  }

  /** A line for each epoch. */
  private static Consumer<TrainingProgress> epochsTo(PrintWriter err) {
    return progress -> {
      if (progress.step() * progress.epochs() % progress.steps() == 0) {
        err.println("judge: epoch " + progress.epoch() + "/" + progress.epochs());
        err.flush();
      }
    };
  }
}
