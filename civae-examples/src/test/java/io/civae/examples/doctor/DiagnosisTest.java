package io.civae.examples.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.djl.EngineReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private static final EngineReport MISSING =
      new EngineReport(
          "MXNet",
          false,
          Optional.empty(),
          "linux-x86_64",
          List.of("group:artifact:1"),
          0,
          OptionalInt.empty(),
          Optional.of("engine MXNet is not complete"));

  private static final EngineReport WITH_GPUS =
      new EngineReport(
          "PyTorch",
          true,
          Optional.of("2.7.1"),
          "linux-x86_64",
          List.of(),
          2,
          OptionalInt.of(4),
          Optional.empty());

  private static Diagnosis diagnosis(EngineReport... engines) {
    return new Diagnosis(
        "1.2.3",
        "Some system",
        "Some Java",
        8,
        512,
        Path.of("cache"),
        List.of(
            new Variable("SET", Optional.of("7"), "unused"),
            new Variable("UNSET", Optional.empty(), "which is fine")),
        List.of(engines));
  }

  private static String text(Diagnosis diagnosis) {
    StringWriter text = new StringWriter();
    DiagnosisText.print(new PrintWriter(text), diagnosis);
    return text.toString();
  }

  @Test
  void namesTheArtifactToAddForWhatIsMissing() {
    assertThat(text(diagnosis(MISSING)))
        .containsPattern("MXNet: not usable")
        .containsPattern("problem +engine MXNet is not complete")
        .containsPattern("add +group:artifact:1")
        .contains("No engine can train here");
  }

  @Test
  void listsDevicesAndThreadsOfAnEngineThatRuns() {
    assertThat(text(diagnosis(MISSING, WITH_GPUS)))
        .containsPattern("PyTorch 2\\.7\\.1: ready")
        .containsPattern("devices +cpu, gpu:0, gpu:1")
        .containsPattern("threads +4")
        .contains("Ready to train.");
  }

  @Test
  void tellsSetVariablesFromUnsetOnes() {
    assertThat(text(diagnosis()))
        .containsPattern("(?m)^SET +7$")
        .containsPattern("(?m)^UNSET +not set \\(which is fine\\)$");
  }

  @Test
  void writesTheSameAsJson() {
    JsonObject json =
        JsonParser.parseString(DiagnosisJson.of(diagnosis(MISSING, WITH_GPUS))).getAsJsonObject();
    assertThat(json.getAsJsonObject("environment").get("SET").getAsString()).isEqualTo("7");
    assertThat(json.getAsJsonObject("environment").get("UNSET").isJsonNull()).isTrue();
    JsonObject missing = json.getAsJsonArray("engines").get(0).getAsJsonObject();
    assertThat(missing.get("usable").getAsBoolean()).isFalse();
    assertThat(missing.get("version").isJsonNull()).isTrue();
    assertThat(missing.getAsJsonArray("missingArtifacts").get(0).getAsString())
        .isEqualTo("group:artifact:1");
    JsonObject ready = json.getAsJsonArray("engines").get(1).getAsJsonObject();
    assertThat(ready.get("gpuCount").getAsInt()).isEqualTo(2);
    assertThat(ready.get("threads").getAsInt()).isEqualTo(4);
  }
}
