package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.Decoder;
import io.civae.Encoder;
import io.civae.LinearDiscriminator;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedModelTest {

  private static final float[][] X = {{1, 2, 3}, {4, 5, 6}};
  private static final float[][] Z = {{1, 2}};

  /** Balanced: an augmenter could answer some of its calls without the model. */
  private static final LabeledDataset SOURCE =
      LabeledDataset.of(
          new float[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {1, 1, 1}},
          new String[] {"a", "a", "b", "b"});

  static Map<String, ThrowingCallable> calls() {
    CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);
    Encoder encoder = model.encoder();
    Decoder decoder = model.decoder();
    LinearDiscriminator discriminator = model.discriminator();
    Augmenter augmenter = model.augmenter(SOURCE);
    augmenter.generate("a", 1);
    model.close();
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("encoder", model::encoder);
    calls.put("decoder", model::decoder);
    calls.put("discriminator", model::discriminator);
    calls.put("classNames", model::classNames);
    calls.put("featureNames", model::featureNames);
    calls.put("config", model::config);
    calls.put("history", model::history);
    calls.put("metadata", model::metadata);
    calls.put("parameters", model::parameters);
    calls.put("verify", model::verify);
    calls.put("reconstruct(matrix)", () -> model.reconstruct(FeatureMatrix.of(X)));
    calls.put("reconstruct(array)", () -> model.reconstruct(X));
    calls.put("traverse", () -> model.traverse(X[0], X[1], Traversal.linear(), 2));
    calls.put("augmenter", () -> model.augmenter(SOURCE));
    calls.put("save", () -> model.save(Path.of("never.civae")));
    calls.put("save(metadata)", () -> model.save(Path.of("never.civae"), Map.of("", "")));
    calls.put("encode(matrix)", () -> encoder.encode(FeatureMatrix.of(X)));
    calls.put("encode(array)", () -> encoder.encode(X));
    calls.put("encoder.mean", () -> encoder.mean(X[0]));
    calls.put("encoder.featureCount", encoder::featureCount);
    calls.put("encoder.latentDim", encoder::latentDim);
    calls.put("decode", () -> decoder.decode(Z));
    calls.put("decode one", () -> decoder.decode(Z[0]));
    calls.put("decoder.featureCount", decoder::featureCount);
    calls.put("decoder.latentDim", decoder::latentDim);
    calls.put("logits", () -> discriminator.logits(Z));
    calls.put("probabilities", () -> discriminator.probabilities(Z));
    calls.put("predict", () -> discriminator.predict(Z));
    calls.put("predictIndices", () -> discriminator.predictIndices(Z));
    calls.put("weights", discriminator::weights);
    calls.put("bias", discriminator::bias);
    calls.put("discriminator.classNames", discriminator::classNames);
    calls.put("generate", () -> augmenter.generate("a", 3));
    calls.put("balance", augmenter::balance);
    calls.put("withSeed", () -> augmenter.withSeed(3));
    return calls;
  }

  static Stream<String> callNames() {
    return calls().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("callNames")
  void refusesEveryCall(String name) {
    ThrowingCallable call = calls().getOrDefault(name, () -> {});
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model is closed");
  }

  @Test
  void mayBeClosedAgainAndShown() {
    CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);
    model.close();
    assertThatCode(model::close).doesNotThrowAnyException();
    assertThat(model.toString()).startsWith("CiVaeModel[");
  }

  /** Waiting for the call to end from inside the call would never end. */
  @Test
  void cannotBeClosedFromInsideItsOwnCall() {
    CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);
    FeatureMatrix closing =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return 1;
          }

          @Override
          public int columns() {
            return 3;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            model.close();
          }
        };
    assertThatThrownBy(() -> model.encoder().encode(closing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the model cannot be closed from inside one of its own calls; close it after the call");
    assertThat(model.encoder().encode(X).size()).isEqualTo(2);
    model.close();
  }

  @Test
  void writesNothing(@TempDir Path folder) {
    CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);
    model.close();
    Path file = folder.resolve("closed.civae");
    assertThatThrownBy(() -> model.save(file)).isInstanceOf(IllegalStateException.class);
    assertThat(Files.exists(file)).isFalse();
  }
}
