package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.EpochMetrics;
import io.civae.LearningRateSchedule;
import io.civae.Likelihood;
import io.civae.LossTerms;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.TrainingHistory;
import io.civae.fixture.HandMadeModels;
import io.civae.fixture.RandomParameters;
import io.civae.internal.model.FeatureScaler;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.Provenance;
import io.civae.internal.model.TrainedModel;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileRoundTripTest {

  @TempDir private Path folder;

  /** Every setting differs from its default, numbers need all their digits. */
  private static CiVaeConfig config() {
    return CiVae.builder()
        .latentDim(2)
        .hiddenLayers(4, 3)
        .decoderLayers(5)
        .batchNormalization(BatchNormalization.AFTER_ACTIVATION)
        .dropout(0.1 + 0.2)
        .discriminatorDropout(Math.nextDown(1.0))
        .sampling(false)
        .likelihood(Likelihood.BERNOULLI)
        .outputActivation(OutputActivation.SIGMOID)
        .scaling(Scaling.GLOBAL_MIN_MAX)
        .alpha(Double.MIN_VALUE)
        .beta(Double.MAX_VALUE)
        .epochs(Integer.MAX_VALUE)
        .batchSize(2)
        .learningRate(1e-300)
        .learningRateSchedule(LearningRateSchedule.staged(1, 1.0 / 3, Double.MIN_VALUE))
        .weightDecay(1.0 / 7)
        .klWarmUp(1.0 / 11)
        .gradientClipping(1e300)
        .earlyStopping(Integer.MAX_VALUE)
        .seed(Long.MIN_VALUE)
        .device("gpu:12")
        .config();
  }

  private static ModelContents contents() {
    CiVaeConfig config = config();
    List<String> classNames =
        List.of("\"quoted\" \\ back", "new\nline\ttab\r\u0000", "日本 🧬 ß \u2028");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    NetworkParameters random = RandomParameters.of(5, config, 3, 3);
    random.names().forEach(name -> tensors.put(name, random.get(name)));
    float[] odd = {-0f, Float.MIN_VALUE, Float.MAX_VALUE};
    tensors.put("decoder.output.bias", Tensor.of(odd, 3));
    LossTerms terms = new LossTerms(1e-310, 1.0 / 3, 1e300, 0, Double.NaN);
    return new ModelContents(
        config,
        classNames,
        List.of("", "<script>&'</script>", "null"),
        new FeatureScaler(new float[] {-0f, 1e-40f, 3}, new float[] {0, Float.MAX_VALUE, 0.1f}),
        NetworkParameters.of(tensors),
        TrainingHistory.of(
            List.of(
                new EpochMetrics(1, terms, Optional.empty(), 0.1 + 0.2, 1e9),
                new EpochMetrics(2, terms, Optional.of(new LossTerms(1, 2, 3, 4, 0.25)), 1, 0))),
        new Provenance(Map.of("backend", "engine \"x\" ☃")));
  }

  private static ModelContents reread(ModelContents contents) throws IOException {
    byte[] bytes = LoadAttempt.bytes(contents);
    return ModelArchive.read(TensorArchive.fromBytes(bytes, ArchiveFormat.MODEL)).contents();
  }

  private static void assertSame(ModelContents actual, ModelContents expected) {
    assertThat(actual.config()).isEqualTo(expected.config());
    assertThat(actual.classNames()).isEqualTo(expected.classNames());
    assertThat(actual.featureNames()).isEqualTo(expected.featureNames());
    assertThat(actual.scaler().offset()).isEqualTo(expected.scaler().offset());
    assertThat(actual.scaler().scale()).isEqualTo(expected.scaler().scale());
    assertThat(actual.parameters()).isEqualTo(expected.parameters());
    assertThat(actual.history().epochs()).isEqualTo(expected.history().epochs());
    assertThat(actual.provenance()).isEqualTo(expected.provenance());
  }

  @Test
  void bringsEverythingBack() throws IOException {
    assertSame(reread(contents()), contents());
    assertSame(reread(HandMadeModels.smallContents()), HandMadeModels.smallContents());
  }

  @Test
  void bringsBackAModelWithoutClassesOrHiddenLayers() throws IOException {
    CiVaeConfig config =
        HandMadeModels.smallConfig().toBuilder()
            .hiddenLayers()
            .batchNormalization(BatchNormalization.NONE)
            .config();
    ModelContents contents = HandMadeModels.contents(config, 1, List.of());
    assertSame(reread(contents), contents);
  }

  @Test
  void bringsBackEveryKindOfSchedule() throws IOException {
    for (LearningRateSchedule schedule :
        List.of(LearningRateSchedule.constant(), LearningRateSchedule.oneCycle())) {
      CiVaeConfig config =
          HandMadeModels.smallConfig().toBuilder().learningRateSchedule(schedule).config();
      ModelContents contents = HandMadeModels.contents(config, 2, List.of("a"));
      assertThat(reread(contents).config().learningRateSchedule()).isEqualTo(schedule);
    }
  }

  @Test
  void bringsBackEveryKindOfWeightingAndSampling() throws IOException {
    Map<String, Double> numbers = Map.of("b", 2.5, "a \"quoted\" name", 1.0 / 3);
    for (CiVaeConfig config :
        List.of(
            HandMadeModels.smallConfig().toBuilder()
                .classWeighting(ClassWeighting.balanced())
                .classSampling(ClassSampling.balanced())
                .config(),
            HandMadeModels.smallConfig().toBuilder()
                .classWeighting(ClassWeighting.of(numbers))
                .classSampling(ClassSampling.of(numbers))
                .config())) {
      ModelContents contents = HandMadeModels.contents(config, 2, List.of("a", "b"));
      assertThat(reread(contents).config()).isEqualTo(config);
    }
  }

  /** A backend may report what it likes; it must not make a file that cannot be read. */
  @Test
  void writesHistoriesThatAreNotFiniteReadably() throws IOException {
    double inf = Double.POSITIVE_INFINITY;
    ModelContents small = HandMadeModels.smallContents();
    ModelContents contents =
        new ModelContents(
            small.config(),
            small.classNames(),
            small.featureNames(),
            small.scaler(),
            small.parameters(),
            TrainingHistory.of(
                List.of(
                    new EpochMetrics(
                        1,
                        new LossTerms(inf, -inf, Double.NaN, 1, 1),
                        Optional.empty(),
                        inf,
                        Double.NaN))),
            small.provenance());
    double nan = Double.NaN;
    assertThat(reread(contents).history().epochs())
        .containsExactly(
            new EpochMetrics(1, new LossTerms(nan, nan, nan, 1, 1), Optional.empty(), nan, nan));
  }

  @Test
  void answersTheSameBitsAfterLoading() {
    Path file = folder.resolve("model.civae");
    float[][] x = {{0.1f, 0.2f, 0.3f}, {1, 0, 1}};
    try (CiVaeModel model = new TrainedModel(contents(), null)) {
      model.save(file);
      try (CiVaeModel again = CiVae.load(file)) {
        assertThat(again.config()).isEqualTo(model.config());
        assertThat(again.classNames()).isEqualTo(model.classNames());
        assertThat(again.featureNames()).isEqualTo(model.featureNames());
        assertThat(again.history().epochs()).isEqualTo(model.history().epochs());
        assertThat(again.parameters()).isEqualTo(model.parameters());
        assertThat(again.encoder().encode(x).mean())
            .isDeepEqualTo(model.encoder().encode(x).mean());
        assertThat(again.encoder().encode(x).logVariance())
            .isDeepEqualTo(model.encoder().encode(x).logVariance());
        assertThat(again.reconstruct(x)).isDeepEqualTo(model.reconstruct(x));
        float[][] z = {{1, -1}};
        assertThat(again.discriminator().probabilities(z))
            .isDeepEqualTo(model.discriminator().probabilities(z));
      }
    }
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    Path first = folder.resolve("first.civae");
    Path second = folder.resolve("second.civae");
    try (CiVaeModel model = new TrainedModel(contents(), null)) {
      model.save(first);
    }
    try (CiVaeModel again = CiVae.load(first)) {
      again.save(second);
    }
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  /** Read here with another JSON parser, after the published description of safetensors. */
  @Test
  void isALegalSafetensorsFile() throws IOException {
    byte[] bytes = LoadAttempt.bytes(HandMadeModels.smallContents());
    CraftedFile file = CraftedFile.of(bytes);
    assertThat(file.header()).startsWith("{");
    assertThat(file.header().length() % 8).isZero();
    JsonObject header = JsonParser.parseString(file.header()).getAsJsonObject();
    JsonObject metadata = header.getAsJsonObject("__metadata__");
    assertThat(metadata.get("civae.formatVersion").getAsString()).isEqualTo("1");
    assertThat(metadata.entrySet())
        .allMatch(entry -> entry.getValue().getAsJsonPrimitive().isString());
    long end = 0;
    for (String name : header.keySet()) {
      if (!name.equals("__metadata__")) {
        JsonObject tensor = header.getAsJsonObject(name);
        boolean checksum = name.equals("file.sha256");
        assertThat(tensor.get("dtype").getAsString()).isEqualTo(checksum ? "U8" : "F32");
        long size = checksum ? 1 : 4;
        for (var dimension : tensor.getAsJsonArray("shape")) {
          size *= dimension.getAsLong();
        }
        assertThat(tensor.getAsJsonArray("data_offsets").get(0).getAsLong()).isEqualTo(end);
        end += size;
        assertThat(tensor.getAsJsonArray("data_offsets").get(1).getAsLong()).isEqualTo(end);
      }
    }
    assertThat(8L + file.header().length() + end).isEqualTo(bytes.length);
    assertThat(file.bytes()).isEqualTo(bytes);
  }
}
