package io.civae.examples.study;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.ObservationTransform;
import io.civae.Scaling;
import io.civae.evaluation.FeatureJudge;
import io.civae.examples.progress.TrainingDisplay;
import io.civae.spi.BackendProvider;
import java.io.PrintWriter;
import java.util.Optional;

/** Trains the judge. */
final class JudgeTraining {

  private static final double HARDLY_ANYTHING_ELSE = 1_000;

  private JudgeTraining() {}

  static StudyJudge train(
      StudyData data,
      Optional<ObservationTransform> transform,
      int epochs,
      BackendProvider backend,
      PrintWriter err) {
    CiVaeBuilder builder =
        CiVae.builder()
            .hiddenLayers(256, 128)
            .latentDim(64)
            .sampling(false)
            .alpha(0)
            .beta(HARDLY_ANYTHING_ELSE)
            .likelihood(Likelihood.GAUSSIAN)
            .scaling(Scaling.NONE)
            .dropout(0.2)
            .batchSize(256)
            .epochs(epochs)
            .learningRate(3e-3)
            .learningRateSchedule(LearningRateSchedule.oneCycle())
            .seed(data.seed())
            .backend(backend);
    transform.ifPresent(builder::observationTransform);
    try (TrainingDisplay display = TrainingDisplay.on(builder.config(), err)) {
      CiVaeModel model = builder.build().fit(data.training(), data.validation(), display);
      FeatureJudge judge = new ModelJudge(model);
      return new StudyJudge(judge, accuracy(judge, data), model.config().settings().toString());
    }
  }

  private static double accuracy(FeatureJudge judge, StudyData data) {
    String[] predicted = judge.predict(data.test().features().toArray());
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i].equals(data.test().label(i)) ? 1 : 0;
    }
    return (double) right / predicted.length;
  }

  private record ModelJudge(CiVaeModel model) implements FeatureJudge {

    @Override
    public String[] predict(float[][] observations) {
      return model.discriminator().predict(features(observations));
    }

    @Override
    public float[][] features(float[][] observations) {
      return model.encoder().encode(observations).mean();
    }
  }
}
