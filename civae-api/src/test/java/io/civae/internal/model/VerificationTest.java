package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.ModelVerification;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static ModelContents with(String name, float value) {
    return with(HandMadeModels.smallContents(), name, value);
  }

  private static ModelContents with(ModelContents small, String name, float value) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    small.parameters().names().forEach(n -> tensors.put(n, small.parameters().get(n)));
    Tensor old = small.parameters().get(name);
    float[] values = old.values();
    Arrays.fill(values, value);
    tensors.put(name, Tensor.of(values, old.shape()));
    return new ModelContents(
        small.config(),
        small.classNames(),
        small.featureNames(),
        small.scaler(),
        NetworkParameters.of(tensors),
        small.history(),
        small.provenance());
  }

  private static VerificationRows rows(ModelContents contents) {
    return VerificationRows.of(
        contents, new PlainNetwork(contents.config(), contents.parameters()));
  }

  @Test
  void passesOnAModelAsItWasTrainedSavedAndLoaded(@TempDir Path folder) {
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      assertThat(model.verify()).isEqualTo(new ModelVerification(4, 0));
      model.save(file);
    }
    try (CiVaeModel model = CiVae.load(file)) {
      assertThat(model.verify()).isEqualTo(new ModelVerification(4, 0));
      assertThat(model.verify().passed()).isTrue();
    }
  }

  @Test
  void failsWhenAnotherNetworkAnswers() {
    ModelContents other = with("encoder.mean.bias", 7);
    VerificationRows rows = rows(HandMadeModels.smallContents());
    try (CiVaeModel model = new TrainedModel(other, rows, null)) {
      assertThat(model.verify().passed()).isFalse();
      assertThat(model.verify().rows()).isEqualTo(4);
    }
  }

  @Test
  void noticesAWrongValueInEachOutput() {
    VerificationRows rows = rows(HandMadeModels.smallContents());
    for (String bias :
        List.of(
            "encoder.mean.bias",
            "encoder.logVariance.bias",
            "decoder.output.bias",
            "discriminator.bias")) {
      try (CiVaeModel model = new TrainedModel(with(bias, 3), rows, null)) {
        assertThat(model.verify().passed()).as(bias).isFalse();
      }
    }
  }

  @Test
  void putsTheEngineToTheTestToo() {
    FakeAccelerator wrong = new FakeAccelerator();
    try (CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), wrong)) {
      assertThat(model.verify().passed()).isFalse();
      assertThat(wrong.calls()).containsExactly("encode 4", "decode 4", "classify 4");
    }
  }

  @Test
  void hasNoRowsWhereTheNetworkOverflows() {
    ModelContents huge = with("encoder.hidden.1.bias", 100);
    huge = with(huge, "encoder.mean.weight", Float.MAX_VALUE);
    huge = with(huge, "encoder.mean.bias", Float.MAX_VALUE);
    try (CiVaeModel model = new TrainedModel(huge, null)) {
      ModelVerification verification = model.verify();
      assertThat(verification.rows()).isZero();
      assertThat(verification.passed()).isFalse();
    }
  }

  @Test
  void drawsRowsFromTheScalerAlone() {
    Map<String, Tensor> tensors = rows(HandMadeModels.smallContents()).tensors();
    float[] x = NetworkParameters.of(tensors).get("verification.input").values();
    assertThat(x).hasSize(12);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        // Within five standard deviations of the scaler's own.
        assertThat(x[3 * i + j]).isCloseTo(j - 0.5f, within(5f * (2 + j)));
      }
    }
  }

  @Test
  void needsATolerance() {
    assertThat(new ModelVerification(1, ModelVerification.TOLERANCE).passed()).isTrue();
    assertThat(new ModelVerification(1, 0.0011).passed()).isFalse();
    assertThat(new ModelVerification(1, Double.NaN).passed()).isFalse();
    assertThat(new ModelVerification(0, 0).passed()).isFalse();
  }
}
