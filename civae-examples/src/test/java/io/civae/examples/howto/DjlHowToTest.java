package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.translate.TranslateException;
import io.civae.augment.Balance;
import io.civae.augment.Endpoints;
import io.civae.djl.AugmentedDataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class DjlHowToTest extends HowToFixture {

  @Test
  void augmentsAnOrdinaryTrainingOnTheFly() throws IOException, TranslateException {
    AugmentedDataset training =
        AugmentedDataset.of(
            model.augmenter(data).between(Endpoints.nearestNeighbours(5)).withResiduals(),
            Balance.toMajority(),
            32, // observations in a batch
            7L); // seed: every pass makes other synthetic observations

    try (Model classifier = Model.newInstance("classifier", "MXNet")) {
      classifier.setBlock(
          new SequentialBlock()
              .add(Linear.builder().setUnits(32).build())
              .add(Activation::relu)
              .add(Linear.builder().setUnits(data.classNames().size()).build()));
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
              .addEvaluator(new Accuracy())
              .addTrainingListeners(TrainingListener.Defaults.basic())
              .optDevices(new Device[] {Device.cpu()});
      try (Trainer trainer = classifier.newTrainer(config)) {
        trainer.initialize(new Shape(1, data.featureCount()));
        EasyTrain.fit(trainer, 8, training, null);
        assertThat(trainer.getTrainingResult().getTrainEvaluation("Accuracy")).isGreaterThan(0.5f);
      }
    }
  }
}
