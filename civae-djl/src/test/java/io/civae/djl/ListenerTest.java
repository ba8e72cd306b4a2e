package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVaeConfig;
import io.civae.LearningRateSchedule;
import io.civae.LossTerms;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/** What a listener is told, checked against the oracle. */
final class ListenerTest {

  @OnEveryEngine
  void hearsOfEveryStepAndEpochInOrder(EngineKind kind) {
    RecordingListener listener = new RecordingListener();
    CiVaeConfig config = Fixtures.small().epochs(2).batchSize(16).config();

    Fixtures.train(kind, new TrainingTask(config, Fixtures.blobs(2, 20, 4, 1), null), listener);

    assertThat(listener.events())
        .containsExactly(
            "started 0/6",
            "step 1",
            "step 2",
            "step 3",
            "epoch 1",
            "step 4",
            "step 5",
            "step 6",
            "epoch 2");
    assertThat(listener.steps())
        .extracting(TrainingProgress::epoch)
        .containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(listener.lastEpoch().validation()).isEmpty();
  }

  @OnEveryEngine
  void learningRateIsThatOfTheEpochsLastStep(EngineKind kind) {
    RecordingListener listener = new RecordingListener();
    CiVaeConfig config =
        Fixtures.small()
            .epochs(2)
            .batchSize(20)
            .learningRate(0.01)
            .learningRateSchedule(LearningRateSchedule.staged(1, 0.5, 0.25, 0.125))
            .config();

    Fixtures.train(kind, new TrainingTask(config, Fixtures.blobs(2, 20, 4, 1), null), listener);

    assertThat(listener.epochs().get(0).learningRate()).isEqualTo(0.005);
    assertThat(listener.epochs().get(1).learningRate()).isEqualTo(0.00125);
  }

  @OnEveryEngine
  void trainingTermsOfTheFirstStepAreThoseOfTheOracle(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 8, 5, 1);
    CiVaeConfig config = Fixtures.small().epochs(1).batchSize(64).config();
    RecordingListener listener = new RecordingListener();

    Fixtures.train(kind, new TrainingTask(config, data, null), listener);

    int[] order = new EpochPlan(data.features(), 64).order(config.seed(), 1);
    LabeledDataset ordered = data.select(order);
    double[][] noise = new double[data.size()][2];
    SeededRandom random = SeededRandom.of(config.seed(), RandomStreams.NOISE, 0);
    for (double[] row : noise) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    Oracle oracle = new Oracle(config, InitialParameters.draw(new NetworkLayout(config, 5, 3)));
    double[][] x = Matrices.of(ordered);
    Oracle.Pass pass =
        oracle.forward(
            x,
            new Oracle.Chance(noise, new double[0][][], new double[0][][], new double[0][]),
            true);
    assertTerms(
        listener.lastEpoch().training(), config, oracle, pass, x, Fixtures.classes(ordered));
  }

  @OnEveryEngine
  void validationTermsAreThoseOfTheOracleAtPosteriorMeans(EngineKind kind) {
    LabeledDataset training = Fixtures.blobs(3, 30, 5, 1);
    LabeledDataset validation = Fixtures.blobs(3, 500, 5, 2);
    CiVaeConfig config = Fixtures.small().epochs(3).dropout(0.1).config();
    RecordingListener listener = new RecordingListener();

    NetworkParameters parameters =
        Fixtures.train(kind, new TrainingTask(config, training, validation), listener);

    Oracle oracle = new Oracle(config, parameters);
    double[][] x = Matrices.of(validation);
    assertThat(listener.epochs()).allSatisfy(epoch -> assertThat(epoch.validation()).isPresent());
    assertTerms(
        listener.lastEpoch().validation().orElseThrow(),
        config,
        oracle,
        oracle.infer(x),
        x,
        Fixtures.classes(validation));
  }

  private static void assertTerms(
      LossTerms terms,
      CiVaeConfig config,
      Oracle oracle,
      Oracle.Pass pass,
      double[][] x,
      int[] classes) {
    Percentage rounding = Percentage.withPercentage(0.01);
    double reconstruction = oracle.reconstruction(pass, x);
    double divergence = oracle.klDivergence(pass);
    double crossEntropy = Oracle.crossEntropy(pass.logits(), classes);
    assertThat(terms.reconstruction()).isCloseTo(reconstruction, rounding);
    assertThat(terms.klDivergence()).isCloseTo(divergence, rounding);
    assertThat(terms.discriminator()).isCloseTo(crossEntropy, rounding);
    assertThat(terms.total())
        .isCloseTo(
            reconstruction + config.alpha() * divergence + config.beta() * crossEntropy, rounding);
    int correct = 0;
    for (int i = 0; i < classes.length; i++) {
      int top = 0;
      for (int c = 1; c < pass.logits()[i].length; c++) {
        top = pass.logits()[i][c] > pass.logits()[i][top] ? c : top;
      }
      correct += top == classes[i] ? 1 : 0;
    }
    assertThat(terms.discriminatorAccuracy())
        .isCloseTo((double) correct / classes.length, Offset.offset(0.002));
  }

  @OnEveryEngine
  void interruptionEndsTrainingAfterTheStepUnderWay(EngineKind kind) {
    RecordingListener listener =
        new RecordingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            super.stepEnded(progress);
            if (progress.step() == 5) {
              Thread.currentThread().interrupt();
            }
          }
        };
    CiVaeConfig config = Fixtures.small().epochs(4).batchSize(16).config();
    LabeledDataset data = Fixtures.blobs(2, 20, 4, 1);

    NetworkParameters parameters =
        Fixtures.train(kind, new TrainingTask(config, data, data), listener);

    assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    assertThat(listener.events())
        .containsExactly(
            "started 0/12", "step 1", "step 2", "step 3", "epoch 1", "step 4", "step 5");
    assertThat(listener.lastEpoch().validation()).isPresent();
    assertThat(parameters.get("encoder.mean.bias").values()).hasSize(2);
  }

  @OnEveryEngine
  void interruptionBeforeTheStartLeavesOneStep(EngineKind kind) {
    RecordingListener listener = new RecordingListener();
    CiVaeConfig config = Fixtures.small().epochs(4).batchSize(16).config();

    Thread.currentThread().interrupt();
    Fixtures.train(kind, new TrainingTask(config, Fixtures.blobs(2, 20, 4, 1), null), listener);

    assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    assertThat(listener.events()).containsExactly("started 0/12", "step 1");
  }

  @OnEveryEngine
  void exceptionOfAListenerReachesTheCallerAndLeavesTheEngineUsable(EngineKind kind) {
    RecordingListener listener =
        new RecordingListener() {
          @Override
          public void stepEnded(TrainingProgress progress) {
            throw new IllegalStateException("enough");
          }
        };
    CiVaeConfig config = Fixtures.small().config();
    LabeledDataset data = Fixtures.blobs(2, 20, 4, 1);

    assertThatThrownBy(() -> Fixtures.train(kind, new TrainingTask(config, data, null), listener))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
    assertThat(Fixtures.train(kind, config, data).names()).isNotEmpty();
  }
}
