package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;
import static io.civae.testkit.Sabotage.filling;
import static io.civae.testkit.Sabotage.returning;

import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract notices parameters that are wrong. */
class ParametersContractTest {

  @Test
  void parametersThatAreMissingOrOfTheWrongShape() {
    assertCaught(
        returning(
            tensors -> {
              tensors.remove("encoder.mean.bias");
              return tensors;
            }),
        ParametersContract::namesAndShapesFitTheConfiguration);
    assertCaught(
        returning(
            tensors -> {
              tensors.put("encoder.extra", Tensor.of(new float[1], 1));
              return tensors;
            }),
        ParametersContract::networksWithoutHiddenLayersAreLinear);
    assertCaught(
        returning(
            tensors -> {
              tensors.computeIfPresent("decoder.output.weight", (name, tensor) -> turned(tensor));
              return tensors;
            }),
        ParametersContract::namesAndShapesFitTheConfiguration);
  }

  private static Tensor turned(Tensor tensor) {
    return Tensor.of(tensor.values(), tensor.dimension(1), tensor.dimension(0));
  }

  @Test
  void parametersThatAreNotFinite() {
    assertCaught(
        returning(filling("decoder.output.bias", Float.NaN)),
        ParametersContract::neverReturnsParametersThatAreNotFinite);
  }

  @Test
  void aDiscriminatorTrainedWithBetaZero() {
    assertCaught(
        returning(filling("discriminator.weight", 0.1f)),
        ParametersContract::withBetaZeroTheDiscriminatorPrefersNoClass);
    assertCaught(
        returning(filling("discriminator.bias", 0.1f)),
        ParametersContract::withBetaZeroTheDiscriminatorPrefersNoClass);
  }

  @Test
  void trainingsThatDoNotRepeat() {
    int[] calls = {0};
    Supplier<Backend> drifting =
        returning(tensors -> filling("encoder.mean.bias", ++calls[0]).apply(tensors));
    assertCaught(drifting, ParametersContract::sameSeedGivesTheSameBits);
    assertCaught(drifting, ParametersContract::oneBackendTrainsAgainAsIfItWereNew);
    assertCaught(drifting, ParametersContract::twoOpenBackendsDoNotDisturbEachOther);
    assertCaught(drifting, ProgressContract::validationDataDoNotChangeTheNetwork);
  }

  @Test
  void aSeedThatMakesNoDifference() {
    Supplier<Backend> stubborn =
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                CiVaeConfig config = task.config().toBuilder().seed(1).config();
                return super.train(
                    new TrainingTask(config, task.training(), task.validation().orElse(null)),
                    control);
              }
            };
    assertCaught(stubborn, ParametersContract::anotherSeedGivesAnotherNetworkUnlessSeedsAreNotUsed);
  }

  @Test
  void labelsThatAreNotThereButCounted() {
    assertCaught(
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                LabeledDataset training =
                    LabeledDataset.of(task.training().features(), new int[task.training().size()])
                        .withClassNames(
                            task.training().classNames().isEmpty()
                                ? List.of("0")
                                : task.training().classNames());
                return super.train(new TrainingTask(task.config(), training, null), control);
              }
            },
        ParametersContract::withoutClassesThereIsNoDiscriminator);
  }
}
