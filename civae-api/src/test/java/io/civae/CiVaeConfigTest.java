package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CiVaeConfigTest {

  /** For each setting a value that is not its default. */
  static Map<String, UnaryOperator<CiVaeBuilder>> changes() {
    Map<String, UnaryOperator<CiVaeBuilder>> changes = new LinkedHashMap<>();
    changes.put("latentDim", builder -> builder.latentDim(3));
    changes.put("hiddenLayers", builder -> builder.hiddenLayers(9, 8));
    changes.put("decoderLayers", builder -> builder.decoderLayers(7));
    changes.put(
        "batchNormalization", builder -> builder.batchNormalization(BatchNormalization.NONE));
    changes.put("dropout", builder -> builder.dropout(0.25));
    changes.put("discriminatorDropout", builder -> builder.discriminatorDropout(0.75));
    changes.put("sampling", builder -> builder.sampling(false));
    changes.put("likelihood", builder -> builder.likelihood(Likelihood.BERNOULLI));
    changes.put("outputActivation", builder -> builder.outputActivation(OutputActivation.SIGMOID));
    changes.put("scaling", builder -> builder.scaling(Scaling.GLOBAL_MIN_MAX));
    changes.put("alpha", builder -> builder.alpha(0.125));
    changes.put("beta", builder -> builder.beta(17));
    changes.put(
        "classWeighting", builder -> builder.classWeighting(ClassWeighting.of(Map.of("a", 2.0))));
    changes.put("classSampling", builder -> builder.classSampling(ClassSampling.balanced()));
    changes.put("epochs", builder -> builder.epochs(4));
    changes.put("batchSize", builder -> builder.batchSize(5));
    changes.put("learningRate", builder -> builder.learningRate(1e-4));
    changes.put(
        "learningRateSchedule",
        builder -> builder.learningRateSchedule(LearningRateSchedule.constant()));
    changes.put(
        "learningRateStages",
        builder -> builder.learningRateSchedule(LearningRateSchedule.staged(1, 0.5)));
    changes.put("weightDecay", builder -> builder.weightDecay(1e-6));
    changes.put("klWarmUp", builder -> builder.klWarmUp(0.25));
    changes.put("gradientClipping", builder -> builder.gradientClipping(5));
    changes.put("earlyStopping", builder -> builder.earlyStopping(3));
    changes.put("seed", builder -> builder.seed(Long.MIN_VALUE));
    changes.put("device", builder -> builder.device("gpu:1"));
    return changes;
  }

  static Stream<String> settingNames() {
    return changes().keySet().stream();
  }

  private static CiVaeConfig changed(String setting) {
    UnaryOperator<CiVaeBuilder> unchanged = UnaryOperator.identity();
    return changes().getOrDefault(setting, unchanged).apply(CiVae.builder()).config();
  }

  @Test
  void listsEverySetting() {
    assertThat(CiVae.builder().config().settings()).containsOnlyKeys(settingNames().toList());
  }

  @ParameterizedTest
  @MethodSource("settingNames")
  void noticesAChangeOfEachSetting(String setting) {
    CiVaeConfig before = CiVae.builder().config();
    CiVaeConfig after = changed(setting);
    assertThat(after).isNotEqualTo(before);
    assertThat(after.settings().get(setting)).isNotEqualTo(before.settings().get(setting));
    assertThat(after.toString()).contains(setting + "=" + after.settings().get(setting));
  }

  @ParameterizedTest
  @MethodSource("settingNames")
  void comesBackFromItsBuilder(String setting) {
    CiVaeConfig config = changed(setting);
    assertThat(config.toBuilder().config()).isEqualTo(config).hasSameHashCodeAs(config);
    assertThat(config.toBuilder().build().config()).isEqualTo(config);
  }

  @Test
  void tellsAllSingleChangesApart() {
    Set<CiVaeConfig> distinct = new HashSet<>();
    settingNames().forEach(setting -> distinct.add(changed(setting)));
    assertThat(distinct).hasSize(changes().size());
  }

  @Test
  void leavesAutomaticChoicesOpenThroughItsBuilder() {
    CiVaeConfig open = CiVae.builder().config().toBuilder().latentDim(2).config();
    assertThat(open.epochs()).isEqualTo(CiVaeConfig.AUTOMATIC);
    assertThat(open.batchSize()).isEqualTo(CiVaeConfig.AUTOMATIC);
  }

  @Test
  void isNotChangedByItsBuilder() {
    CiVaeConfig config = CiVae.builder().config();
    CiVaeConfig copy = CiVae.builder().config();
    config.toBuilder().latentDim(1).hiddenLayers(1).decoderLayers(1);
    assertThat(config).isEqualTo(copy);
  }

  @Test
  void handsOutImmutableSettings() {
    Map<String, Object> settings = CiVae.builder().config().settings();
    assertThatThrownBy(() -> settings.put("latentDim", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isNotEqualToOtherThings() {
    assertThat(CiVae.builder().config()).isNotEqualTo("config").isNotEqualTo(null);
  }
}
