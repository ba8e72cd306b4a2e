package io.civae.examples.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackend;
import io.civae.evaluation.ReconstructionError;
import io.civae.examples.study.conditional.ConditionalVae;
import io.civae.testkit.SyntheticDatasets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalVaeTest {

  private static final LabeledDataset BLOBS =
      SyntheticDatasets.gaussianBlobs(new int[] {60, 60}, 5, 2L);

  private static CiVaeBuilder settings() {
    return CiVae.builder()
        .hiddenLayers(16)
        .latentDim(2)
        .beta(0)
        .epochs(30)
        .batchSize(16)
        .scaling(Scaling.STANDARD)
        .seed(3);
  }

  private static List<CiVaeModel> fit(String engine) {
    return ConditionalVae.fit(
        settings(), DjlBackend.of(engine), BLOBS, null, FitOptions.builder().build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void isAModelForEachClassThatKnowsItsClass(String engine) {
    List<CiVaeModel> models = fit(engine);
    assertThat(models).hasSize(2);
    LabeledDataset own = BLOBS.select(BLOBS.indicesOf(BLOBS.classNames().get(1)));
    double told = ReconstructionError.of(models.get(1), own.features()).sumOfSquares();
    double misled = ReconstructionError.of(models.get(0), own.features()).sumOfSquares();
    assertThat(told).isLessThan(misled);
    // The latent at the origin decodes to each class's own middle.
    float[] origin = new float[2];
    assertThat(models.get(0).decoder().decode(origin))
        .isNotEqualTo(models.get(1).decoder().decode(origin));
    models.forEach(CiVaeModel::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void isTheSameUnderTheSameSeed(String engine) {
    List<CiVaeModel> one = fit(engine);
    List<CiVaeModel> other = fit(engine);
    assertThat(one.get(1).parameters()).isEqualTo(other.get(1).parameters());
    one.forEach(CiVaeModel::close);
    other.forEach(CiVaeModel::close);
  }

  @Test
  void refusesSettingsItHasNot() {
    assertThatThrownBy(
            () ->
                ConditionalVae.fit(
                    settings().dropout(0.1),
                    DjlBackend.of("MXNet"),
                    BLOBS,
                    null,
                    FitOptions.builder().build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dropout (0.1)");
  }
}
