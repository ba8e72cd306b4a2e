package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.BatchNormalization;
import io.civae.CiVaeBuilder;
import io.civae.TrainingDivergedException;
import io.civae.TrainingListener;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the parameters that come out of a training must be. */
abstract class ParametersContract extends BackendContractFixture {

  ParametersContract() {}

  @Test
  void namesAndShapesFitTheConfiguration() {
    for (BatchNormalization normalization : BatchNormalization.values()) {
      CiVaeBuilder settings =
          settings().decoderLayers(6, 9, 12).batchNormalization(normalization).epochs(1);
      NetworkParameters parameters = trained(task(settings, blobs()));
      assertThat(shapes(parameters))
          .as("shapes with batch normalisation %s", normalization)
          .isEqualTo(
              new TreeMap<>(
                  ExpectedShapes.of(settings.config(), trainsHiddenLayers(), FEATURES, 3)));
      assertFinite(parameters);
    }
  }

  @Test
  void networksWithoutHiddenLayersAreLinear() {
    CiVaeBuilder settings = settings().hiddenLayers().epochs(2);
    NetworkParameters parameters = trained(task(settings, blobs()));
    assertThat(shapes(parameters))
        .isEqualTo(new TreeMap<>(ExpectedShapes.of(settings.config(), false, FEATURES, 3)));
    assertFinite(parameters);
  }

  @Test
  void latentsMayOutnumberFeatures() {
    CiVaeBuilder settings = settings().latentDim(FEATURES + 3).epochs(2);
    NetworkParameters parameters = trained(task(settings, blobs()));
    assertThat(parameters.get("encoder.mean.bias").shape()).containsExactly(FEATURES + 3);
    assertFinite(parameters);
  }

  @Test
  void sameSeedGivesTheSameBits() {
    CiVaeBuilder settings = settings().dropout(0.1).discriminatorDropout(0.2);
    TrainingTask task = task(settings, mostlyUnlabelled(blobs(), 40));
    assertThat(trained(task)).isEqualTo(trained(task));
  }

  @Test
  void oneBackendTrainsAgainAsIfItWereNew() {
    TrainingTask task = task(settings(), blobs());
    try (Backend backend = provider().create()) {
      NetworkParameters first = backend.train(task, silent()).chosen();
      backend.train(task(settings().seed(99), blobs()), silent());
      assertThat(backend.train(task, silent()).chosen()).isEqualTo(first);
    }
  }

  @Test
  void anotherSeedGivesAnotherNetworkUnlessSeedsAreNotUsed() {
    NetworkParameters one = trained(task(settings().seed(1), blobs()));
    NetworkParameters other = trained(task(settings().seed(2), blobs()));
    assertThat(one.equals(other)).isNotEqualTo(usesSeed());
  }

  @Test
  void twoOpenBackendsDoNotDisturbEachOther() {
    TrainingTask task = task(settings(), blobs());
    NetworkParameters alone = trained(task);
    try (Backend second = provider().create()) {
      try (Backend first = provider().create()) {
        assertThat(first.train(task, silent()).chosen()).isEqualTo(alone);
        assertThat(second.train(task, silent()).chosen()).isEqualTo(alone);
      }
      assertThat(second.train(task, silent()).chosen()).isEqualTo(alone);
    }
  }

  @Test
  void withoutClassesThereIsNoDiscriminator() {
    LabeledDataset data = LabeledDataset.unlabeled(blobs().features());
    CiVaeBuilder settings = settings().beta(0);
    NetworkParameters parameters = trained(task(settings, data));
    assertThat(shapes(parameters))
        .isEqualTo(
            new TreeMap<>(ExpectedShapes.of(settings.config(), trainsHiddenLayers(), FEATURES, 0)));
    assertFinite(parameters);
  }

  @Test
  void withBetaZeroTheDiscriminatorPrefersNoClass() {
    NetworkParameters parameters = trained(task(settings().beta(0), blobs()));
    assertThat(parameters.get("discriminator.weight").values()).containsOnly(0f);
    float[] bias = parameters.get("discriminator.bias").values();
    assertThat(bias).containsOnly(bias[0]);
  }

  @Test
  void aClassWithoutMembersIsAccepted() {
    LabeledDataset data = blobs().withClassNames(List.of("0", "1", "absent", "2"));
    NetworkParameters parameters = trained(task(settings(), data));
    assertThat(parameters.get("discriminator.weight").shape()).containsExactly(4, LATENT_DIM);
    assertFinite(parameters);
  }

  @Test
  void neverReturnsParametersThatAreNotFinite() {
    CiVaeBuilder settings =
        settings().learningRate(1e30).batchNormalization(BatchNormalization.NONE);
    try {
      assertFinite(trained(task(settings, blobs())));
    } catch (TrainingDivergedException e) {
      assertThat(e).hasMessageContaining("epoch").hasMessageContaining("step");
    }
  }

  private static TrainingControl silent() {
    return TrainingControl.of(TrainingListener.NONE);
  }

  static Map<String, List<Integer>> shapes(NetworkParameters parameters) {
    return parameters.names().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> Arrays.stream(parameters.get(name).shape()).boxed().toList(),
                (first, second) -> first,
                TreeMap::new));
  }

  static void assertFinite(NetworkParameters parameters) {
    for (String name : parameters.names()) {
      Tensor tensor = parameters.get(name);
      for (float value : tensor.values()) {
        assertThat(value).as(name).isFinite();
      }
    }
  }
}
