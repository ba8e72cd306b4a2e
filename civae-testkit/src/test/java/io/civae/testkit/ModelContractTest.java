package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;
import static io.civae.testkit.Sabotage.reporting;
import static io.civae.testkit.Sabotage.returning;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.testkit.fixture.DelegatingBackend;
import io.civae.testkit.fixture.FloatAccelerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract notices models and accelerators that are wrong. */
class ModelContractTest {

  @Test
  void validationTermsOfAnotherNetwork() {
    Supplier<Backend> misreporting =
        reporting(
            epoch ->
                new EpochMetrics(
                    epoch.epoch(),
                    epoch.training(),
                    epoch.validation().map(ModelContractTest::doubled),
                    1,
                    1));
    assertCaught(misreporting, ModelContract::validationTermsAreThoseOfTheModelReturned);
    assertCaught(misreporting, ModelContract::bernoulliTermsAreThoseOfTheModelReturned);
  }

  private static LossTerms doubled(LossTerms terms) {
    return new LossTerms(
        2 * terms.total(),
        2 * terms.reconstruction(),
        2 * terms.klDivergence(),
        terms.discriminator(),
        terms.discriminatorAccuracy());
  }

  @Test
  void aPartOfTheNetworkThatLearnsNothing() {
    for (String part :
        List.of("encoder.mean.weight", "decoder.output.weight", "discriminator.weight")) {
      assertCaught(
          returning(
              tensors -> {
                tensors.computeIfPresent(
                    part, (name, tensor) -> Tensor.of(new float[tensor.size()], tensor.shape()));
                return tensors;
              }),
          ModelContract::separatesAndReconstructsBlobsItHasNotSeen);
    }
  }

  @Test
  void anAcceleratorThatIsMissingOrDoesNotAgree() {
    assertCaught(
        DelegatingBackend::new, AcceleratorContract::offersAnAcceleratorUnlessItSaysOtherwise);
    assertCaught(
        DelegatingBackend::new,
        AcceleratorContract::anAcceleratorOutlivesItsBackendAndServesManyThreads);
    for (String head :
        new String[] {
          "encoder.mean.bias",
          "encoder.logVariance.bias",
          "decoder.output.bias",
          "discriminator.bias"
        }) {
      assertCaught(
          () -> acceleratedWithWrong(head),
          AcceleratorContract::manyRowsAgreeWithFewForEveryNormalisation);
      assertCaught(
          () -> acceleratedWithWrong(head),
          AcceleratorContract::manyRowsAgreeWithFewBehindASigmoid);
    }
  }

  private static Backend acceleratedWithWrong(String head) {
    return new DelegatingBackend() {
      @Override
      public Optional<Accelerator> accelerate(CiVaeConfig config, NetworkParameters parameters) {
        Map<String, Tensor> tensors = new HashMap<>();
        for (String name : parameters.names()) {
          float[] values = parameters.get(name).values();
          for (int i = 0; name.equals(head) && i < values.length; i++) {
            values[i] += 0.01f;
          }
          tensors.put(name, Tensor.of(values, parameters.get(name).shape()));
        }
        return Optional.of(new FloatAccelerator(config, NetworkParameters.of(tensors)));
      }
    };
  }
}
