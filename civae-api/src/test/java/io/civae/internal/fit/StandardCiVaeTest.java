package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.civae.BackendException;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.TrainingDivergedException;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.data.LabeledDataset;
import io.civae.fixture.ChangedParameters;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.FakeTrainer;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.ModelContents;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class StandardCiVaeTest {

  private static final LabeledDataset DATA =
      LabeledDataset.of(
          new float[][] {{1, 10}, {3, 20}, {5, 10}, {7, 20}}, new String[] {"b", "a", "b", "a"});

  private static CiVaeBuilder builder(FakeTrainer trainer) {
    return CiVae.builder().latentDim(2).hiddenLayers(3).epochs(3).backend(trainer);
  }

  @Test
  void hasTheConfigurationItWasBuiltWith() {
    CiVaeBuilder builder = builder(FakeTrainer.random());
    assertThat(builder.build().config()).isEqualTo(builder.config());
    assertThat(builder.build().toString()).contains("latentDim=2");
  }

  @Test
  void handsScaledDataAndAResolvedConfigurationToTheBackend() {
    FakeTrainer trainer = FakeTrainer.random();
    LabeledDataset validation = LabeledDataset.of(new float[][] {{4, 15}}, new String[] {"b"});
    builder(trainer).scaling(Scaling.MIN_MAX).build().fit(DATA, validation).close();
    TrainingTask task = trainer.onlyTask();
    assertThat(task.config().isResolved()).isTrue();
    assertThat(task.config().batchSize()).isEqualTo(16);
    assertThat(task.config().epochs()).isEqualTo(3);
    assertThat(task.config().outputActivation()).isEqualTo(OutputActivation.SIGMOID);
    assertThat(task.training().features().toArray())
        .isDeepEqualTo(new float[][] {{0, 0}, {1 / 3f, 1}, {2 / 3f, 0}, {1, 1}});
    assertThat(task.training().classNames()).containsExactly("a", "b");
    LabeledDataset seen = task.validation().orElseThrow();
    assertThat(seen.features().toArray()).isDeepEqualTo(new float[][] {{0.5f, 0.5f}});
    assertThat(seen.classNames()).containsExactly("a", "b");
    assertThat(seen.classIndex(0)).isEqualTo(1);
  }

  @Test
  void hasNoValidationDataUnlessGiven() {
    FakeTrainer trainer = FakeTrainer.random();
    builder(trainer).build().fit(DATA).close();
    assertThat(trainer.onlyTask().validation()).isEmpty();
  }

  @Test
  void returnsAModelThatKnowsItsTraining() {
    FakeTrainer trainer = FakeTrainer.random();
    LabeledDataset named = DATA.withFeatureNames(List.of("length", "width"));
    try (CiVaeModel model = builder(trainer).build().fit(named)) {
      assertThat(model.config()).isEqualTo(trainer.onlyTask().config());
      assertThat(model.classNames()).containsExactly("a", "b");
      assertThat(model.featureNames()).containsExactly("length", "width");
      assertThat(model.history().epochs()).hasSize(3);
      assertThat(model.history().last().epoch()).isEqualTo(3);
      assertThat(model.history().last().validation()).isEmpty();
      assertThat(model.parameters().hiddenLayers("encoder")).isEqualTo(1);
    }
  }

  @Test
  void tellsTheListenerInOrder() {
    TrainingListener listener = mock(TrainingListener.class);
    FakeTrainer trainer = FakeTrainer.random();
    CiVae ciVae = builder(trainer).epochs(2).build();
    CiVaeModel model = ciVae.fit(DATA, null, listener);
    InOrder order = inOrder(listener);
    ArgumentCaptor<CiVaeConfig> config = ArgumentCaptor.forClass(CiVaeConfig.class);
    order.verify(listener).trainingStarted(config.capture(), any());
    order.verify(listener).stepEnded(any());
    order.verify(listener).epochEnded(any());
    order.verify(listener).stepEnded(any());
    order.verify(listener).epochEnded(any());
    ArgumentCaptor<TrainingHistory> history = ArgumentCaptor.forClass(TrainingHistory.class);
    order.verify(listener, times(1)).trainingEnded(history.capture());
    order.verifyNoMoreInteractions();
    assertThat(config.getValue()).isEqualTo(model.config());
    assertThat(history.getValue().epochs()).isEqualTo(model.history().epochs());
    model.close();
  }

  @Test
  void closesTheBackendAfterTraining() {
    FakeTrainer trainer = FakeTrainer.random();
    CiVaeModel model = builder(trainer).build().fit(DATA);
    assertThat(trainer.timesCreated()).isEqualTo(1);
    assertThat(trainer.timesClosed()).isEqualTo(1);
    model.close();
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  @Test
  void closesTheBackendWhenTrainingFails() {
    FakeTrainer trainer =
        FakeTrainer.returning(
            task -> {
              throw new TrainingDivergedException("epoch 1, step 2: KL (NaN); lower learningRate");
            });
    CiVae ciVae = builder(trainer).build();
    assertThatThrownBy(() -> ciVae.fit(DATA))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("step 2");
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  @Test
  void closesTheBackendWhenTheListenerFails() {
    FakeTrainer trainer = FakeTrainer.random();
    CiVae ciVae = builder(trainer).build();
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void trainingEnded(TrainingHistory history) {
            throw new UnsupportedOperationException("from the listener");
          }
        };
    assertThatThrownBy(() -> ciVae.fit(DATA, null, failing)).hasMessage("from the listener");
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  @Test
  void blamesTheBackendForANetworkThatCannotBeUsed() {
    FakeTrainer trainer = FakeTrainer.returning(task -> NetworkParameters.of(Map.of()));
    CiVae ciVae = builder(trainer).build();
    assertThatThrownBy(() -> ciVae.fit(DATA))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "fake trainer 1.0 returned a network that cannot be used:"
                + " parameter encoder.mean.weight is missing");
    assertThat(trainer.timesClosed()).isEqualTo(1);
  }

  @Test
  void closesTheAcceleratorWithTheModelNotWithTheBackend() {
    FakeAccelerator accelerator = new FakeAccelerator();
    FakeTrainer trainer = FakeTrainer.random().accelerated(accelerator);
    CiVaeModel model = builder(trainer).build().fit(DATA);
    assertThat(accelerator.timesClosed()).isZero();
    model.close();
    assertThat(accelerator.timesClosed()).isEqualTo(1);
  }

  @Test
  void isReusable() {
    FakeTrainer trainer = FakeTrainer.random();
    CiVae ciVae = builder(trainer).build();
    ciVae.fit(DATA).close();
    ciVae.fit(DATA).close();
    assertThat(trainer.timesCreated()).isEqualTo(2);
    assertThat(trainer.timesClosed()).isEqualTo(2);
  }

  @Test
  void trainsAPlainVaeWithoutLabels() {
    FakeTrainer trainer = FakeTrainer.random();
    LabeledDataset unlabelled = LabeledDataset.unlabeled(DATA.features());
    try (CiVaeModel model = builder(trainer).beta(0).build().fit(unlabelled)) {
      assertThat(model.classNames()).isEmpty();
      assertThatThrownBy(model::discriminator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("trained without any class");
    }
  }

  @Test
  void acceptsValidationDataWithoutLabels() {
    FakeTrainer trainer = FakeTrainer.random();
    builder(trainer).build().fit(DATA, LabeledDataset.unlabeled(DATA.features())).close();
    assertThat(trainer.onlyTask().validation().orElseThrow().classNames()).hasSize(2);
  }

  @Test
  void keepsATrainedModelThatTheEngineCannotServe() {
    FakeTrainer trainer =
        FakeTrainer.random().refusingToAccelerate(new BackendException("no memory left"));
    LabeledDataset data =
        LabeledDataset.of(new float[][] {{1, 2}, {3, 4}, {5, 7}}, new String[] {"a", "b", "a"});
    CiVae ciVae = CiVae.builder().latentDim(2).epochs(1).backend(trainer).build();
    try (CiVaeModel model = ciVae.fit(data)) {
      assertThat(model.encoder().encode(new float[300][2]).size()).isEqualTo(300);
    }
  }

  @Test
  void closesAnEngineThatNoModelTakes() {
    ModelContents whole = HandMadeModels.smallContents();
    float[] huge = new float[5];
    Arrays.fill(huge, Float.MAX_VALUE);
    ModelContents unusable =
        new ModelContents(
            whole.config(),
            whole.classNames(),
            whole.featureNames(),
            whole.scaler(),
            ChangedParameters.with(
                ChangedParameters.with(
                    whole.parameters(), "encoder.hidden.0.norm.scale", Tensor.of(huge, 5)),
                "encoder.hidden.0.norm.variance",
                Tensor.of(new float[5], 5)),
            whole.history(),
            whole.provenance());
    FakeAccelerator engine = new FakeAccelerator();
    assertThatThrownBy(() -> StandardCiVae.model(unusable, engine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(engine.timesClosed()).isEqualTo(1);
  }
}
