package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The block and the loss in the hands of a DJL user. */
final class DjlUserTest {

  @OnEveryEngine
  void trainsInAModelAndTrainerOfTheirOwn(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 20, 5, 1);
    CiVaeConfig config = Fixtures.small().dropout(0.05).config();
    CiVaeBlock block = CiVaeBlock.untrained(config, 5, 3);
    CiVaeLoss loss = CiVaeLoss.of(config);
    Fixtures.engine(kind);
    try (Model model = Model.newInstance("civae", kind.engineName())) {
      model.setBlock(block);
      DefaultTrainingConfig training =
          new DefaultTrainingConfig(loss)
              .optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()})
              .optOptimizer(Adam.builder().optLearningRateTracker(Tracker.fixed(0.01f)).build());
      try (Trainer trainer = model.newTrainer(training)) {
        trainer.initialize(new Shape(data.size(), 5));
        float first = step(trainer, loss, data);
        float last = first;
        for (int i = 0; i < 60; i++) {
          last = step(trainer, loss, data);
        }

        assertThat(last).isLessThan(0.6f * first);
      }
      NetworkParameters parameters = block.networkParameters();
      assertThat(parameters.names())
          .containsExactlyElementsOf(
              new NetworkLayout(config, 5, 3).specs().stream().map(ParameterSpec::name).toList());
    }
  }

  @OnEveryEngine
  void countsTrainInATrainerToo(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 20, 5, 1);
    CiVaeConfig config = Fixtures.ofCounts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL).config();
    CiVaeLoss loss = CiVaeLoss.of(config);
    Fixtures.engine(kind);
    try (Model model = Model.newInstance("civae", kind.engineName())) {
      model.setBlock(CiVaeBlock.untrained(config, 5, 3));
      DefaultTrainingConfig training =
          new DefaultTrainingConfig(loss)
              .optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()})
              .optOptimizer(Adam.builder().optLearningRateTracker(Tracker.fixed(0.01f)).build());
      try (Trainer trainer = model.newTrainer(training)) {
        trainer.initialize(new Shape(data.size(), 5));
        float[][] counts = Fixtures.counts(data).toArray();
        float first = step(trainer, loss, data, counts);
        float last = first;
        for (int i = 0; i < 60; i++) {
          last = step(trainer, loss, data, counts);
        }

        assertThat(last).isLessThan(0.9f * first);
      }
    }
  }

  private static float step(Trainer trainer, CiVaeLoss loss, LabeledDataset data) {
    return step(trainer, loss, data, data.features().toArray());
  }

  private static float step(
      Trainer trainer, CiVaeLoss loss, LabeledDataset data, float[][] observed) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDArray x = scope.create(data.features().toArray());
      NDArray targets = CiVaeLoss.targets(scope, Fixtures.classes(data), 3);
      NDArray value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        value =
            loss.evaluate(
                new NDList(scope.create(observed), targets), trainer.forward(new NDList(x)));
        collector.backward(value);
      }
      trainer.step();
      return value.getFloat();
    }
  }

  @OnEveryEngine
  void inferenceGivesWhatTheOracleGives(EngineKind kind) {
    assertInference(kind, Fixtures.small().config());
  }

  @OnEveryEngine
  void inferenceOfCountsGivesWhatTheOracleGives(EngineKind kind) {
    assertInference(kind, Fixtures.ofCounts(Likelihood.NEGATIVE_BINOMIAL).config());
    assertInference(kind, Fixtures.ofCounts(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL).config());
  }

  private static void assertInference(EngineKind kind, CiVaeConfig config) {
    NetworkParameters parameters = AcceleratorTest.arbitrary(config, 5, 3);
    double[][] x = Matrices.of(Fixtures.blobs(3, 20, 5, 1));
    Oracle oracle = new Oracle(config, parameters);
    Oracle.Pass expected = oracle.infer(x);
    CiVaeBlock block = CiVaeBlock.of(config, parameters);
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      NDArray features = manager.create(Matrices.rowMajor(x), new Shape(60, 5));
      block.initialize(manager, DataType.FLOAT32, features.getShape());

      NDList output =
          block.forward(new ParameterStore(manager, false), new NDList(features), false);

      assertOutput(output.get(CiVaeBlock.MEAN), expected.mean());
      assertOutput(output.get(CiVaeBlock.LATENT), expected.mean());
      assertOutput(output.get(CiVaeBlock.LOG_VARIANCE), expected.logVariance());
      assertOutput(output.get(CiVaeBlock.PRE_ACTIVATION), expected.preActivation());
      assertOutput(
          output.get(CiVaeBlock.RECONSTRUCTION), oracle.activate(expected.preActivation()));
      assertOutput(output.get(CiVaeBlock.LOGITS), expected.logits());
      assertThat(block.getOutputShapes(new Shape[] {features.getShape()}))
          .isEqualTo(output.getShapes());
    }
  }

  @OnEveryEngine
  void logVarianceIsClamped(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().hiddenLayers().config();
    NetworkParameters drawn = AcceleratorTest.arbitrary(config, 5, 0);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    drawn.names().forEach(name -> tensors.put(name, drawn.get(name)));
    tensors.put("encoder.logVariance.bias", Tensor.of(new float[] {-100, 100}, 2));
    CiVaeBlock block = CiVaeBlock.of(config, NetworkParameters.of(tensors));
    try (NDManager manager = Fixtures.engine(kind).newBaseManager()) {
      NDArray features = manager.zeros(new Shape(1, 5));
      block.initialize(manager, DataType.FLOAT32, features.getShape());

      NDList output =
          block.forward(new ParameterStore(manager, false), new NDList(features), false);

      assertThat(output.get(CiVaeBlock.LOG_VARIANCE).toFloatArray()).containsExactly(-16f, 8f);
      assertThat(output).hasSize(CiVaeBlock.LOGITS);
    }
  }

  private static void assertOutput(NDArray actual, double[][] expected) {
    Matrices.assertClose(Matrices.of(actual), expected, 1e-4);
  }
}
