package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.civae.fixture.HandMadeModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations made by someone who knows the format and computes a correct checksum. */
class HostileConfigTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  @TempDir private Path folder;

  private String refusal(CraftedFile crafted) throws IOException {
    return LoadAttempt.refusal(folder.resolve("hostile.civae"), crafted.bytes());
  }

  private void assertLoads(CraftedFile crafted) throws IOException {
    LoadAttempt.assertLoads(folder.resolve("whole.civae"), crafted);
  }

  static Set<String> settings() {
    return WHOLE.manifest().getAsJsonObject("config").keySet();
  }

  @Test
  void startsFromAConfigurationThatLoads() throws IOException {
    assertLoads(WHOLE);
    Set<String> all = new LinkedHashSet<>(HandMadeModels.smallConfig().settings().keySet());
    all.removeAll(Set.of("classWeighting", "classSampling"));
    assertThat(settings()).as("what is not used is left out").isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesAConfigurationWithoutASetting(String setting) throws IOException {
    JsonObject manifest = WHOLE.manifest();
    manifest.getAsJsonObject("config").remove(setting);
    CraftedFile crafted = WHOLE.withManifest(old -> manifest.toString());
    if (setting.equals("learningRateStages")) {
      // Only a staged schedule has stages.
      assertLoads(crafted);
    } else {
      assertThat(refusal(crafted)).contains("config." + setting + " is missing");
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesASettingOfAnotherType(String setting) throws IOException {
    for (JsonElement other : LoadAttempt.oddities()) {
      JsonObject manifest = WHOLE.manifest();
      JsonObject config = manifest.getAsJsonObject("config");
      boolean number =
          config.get(setting) instanceof JsonPrimitive primitive && primitive.isNumber();
      boolean fits =
          (number && other.toString().matches("-?[0-9.]+"))
              || (setting.equals("sampling") && other.toString().equals("true"))
              || setting.equals("learningRateStages");
      if (!fits) {
        config.add(setting, other);
        assertThat(refusal(WHOLE.withManifest(old -> manifest.toString())))
            .matches("(?s).*(" + setting + "|device).*");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latentDim | 0",
        "latentDim | -1",
        "latentDim | 1.5",
        "latentDim | 4294967298",
        "latentDim | 2147483647",
        "hiddenLayers | [0]",
        "hiddenLayers | [1e10]",
        "decoderLayers | [-5]",
        "batchNormalization | \"SOMETIMES\"",
        "batchNormalization | \"none\"",
        "dropout | 1",
        "dropout | -0.1",
        "discriminatorDropout | 1.5",
        "likelihood | \"POISSON\"",
        "outputActivation | \"AUTO\"",
        "scaling | \"AUTO\"",
        "alpha | -1",
        "alpha | 1e400",
        "beta | 1e999999999",
        "beta | -1e-400000",
        "epochs | 0",
        "epochs | 1e999999999",
        "batchSize | 1",
        "batchSize | 0",
        "learningRate | 0",
        "learningRate | 1e-999999",
        "learningRate | 1e999999999",
        "learningRateSchedule | \"STAGED\"",
        "weightDecay | -1",
        "klWarmUp | 1.5",
        "gradientClipping | -1",
        "earlyStopping | -1",
        "seed | 9223372036854775808",
        "seed | 1e999999999",
        "seed | 0.5",
        "device | \"tpu\"",
      })
  void refusesSettingsOutOfRange(String setting, String value) throws IOException {
    JsonElement old = WHOLE.manifest().getAsJsonObject("config").get(setting);
    CraftedFile crafted =
        WHOLE.replacingInManifest("\"" + setting + "\":" + old, "\"" + setting + "\":" + value);
    if (value.equals("-1e-400000")) {
      // Rounds to a negative zero, which is a zero.
      assertLoads(crafted);
    } else {
      assertThat(refusal(crafted)).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"GIVEN\"",
        "\"balanced\"",
        "{}",
        "{\"a\":0}",
        "{\"a\":-1}",
        "{\"a\":1e999}",
        "{\"a\":\"1\"}",
        "{\"a\":null}",
        "[1]",
        "1",
        "true"
      })
  void refusesNumbersOfClassesThatAreNone(String value) throws IOException {
    for (String setting : Set.of("classWeighting", "classSampling")) {
      assertThat(refusal(withSetting(setting, value)))
          .containsAnyOf(setting, "weights", "proportions");
    }
  }

  @Test
  void takesTheDefaultsInWords() throws IOException {
    assertLoads(withSetting("classWeighting", "\"NONE\""));
    assertLoads(withSetting("classSampling", "\"NATURAL\""));
  }

  private static CraftedFile withSetting(String setting, String value) {
    return WHOLE.replacingInManifest(
        "\"latentDim\":", "\"" + setting + "\":" + value + ",\"latentDim\":");
  }

  @Test
  void refusesSettingsThatContradictEachOther() throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest("\"GAUSSIAN\"", "\"BERNOULLI\"")))
        .contains("likelihood BERNOULLI");
  }
}
