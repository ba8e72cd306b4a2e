package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.translate.TranslateException;
import io.civae.CiVaeModel;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import io.civae.djl.AugmentedDataset;
import io.civae.djl.LabeledDatasets;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DjlHowToTest extends HowToFixture {

  @Test
  void augmentsAnOrdinaryTrainingOnTheFly() throws IOException, TranslateException {
    float[][] x = data.features().toArray();
    int[] y = IntStream.range(0, x.length).map(data::classIndex).toArray();

    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "MXNet")) {
      ArrayDataset arrays =
          new ArrayDataset.Builder()
              .setData(manager.create(x)) // [n][d]
              .optLabels(manager.create(y)) // [n], from 0 to k − 1
              .setSampling(32, true)
              .build();
      LabeledDataset real = LabeledDatasets.of(arrays, manager, List.of("0", "1", "2"));
      assertThat(real.features().toArray()).isDeepEqualTo(x);

      try (CiVaeModel civae = ciVae.fit(real);
          Model classifier = Model.newInstance("classifier", "MXNet")) {
        AugmentedDataset training =
            AugmentedDataset.of(
                civae.augmenter(real).forTables(),
                Balance.toMajority(),
                32, // observations in a batch
                7L); // seed: every pass makes other synthetic observations

        classifier.setBlock(
            new SequentialBlock()
                .add(Linear.builder().setUnits(32).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(real.classNames().size()).build()));
        DefaultTrainingConfig config =
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .addEvaluator(new Accuracy())
                .addTrainingListeners(TrainingListener.Defaults.basic())
                .optDevices(new Device[] {Device.cpu()});
        try (Trainer trainer = classifier.newTrainer(config)) {
          trainer.initialize(new Shape(1, real.featureCount()));
          EasyTrain.fit(trainer, 8, training, null);
          assertThat(trainer.getTrainingResult().getTrainEvaluation("Accuracy"))
              .isGreaterThan(0.5f);
        }
      }
    }
  }
}
