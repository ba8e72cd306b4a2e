package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests made by someone who knows the format and computes a correct checksum. */
class HostileManifestTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  @TempDir private Path folder;

  private String refusal(CraftedFile crafted) throws IOException {
    return LoadAttempt.refusal(folder.resolve("hostile.civae"), crafted.bytes());
  }

  private void assertLoads(CraftedFile crafted) throws IOException {
    LoadAttempt.assertLoads(folder.resolve("whole.civae"), crafted);
  }

  static Set<String> parts() {
    return WHOLE.manifest().keySet();
  }

  @Test
  void startsFromAManifestThatLoads() throws IOException {
    assertLoads(WHOLE.withManifest(text -> text));
    assertThat(parts())
        .containsExactlyInAnyOrder("config", "classNames", "featureNames", "provenance", "history");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void refusesAManifestWithoutAPart(String part) throws IOException {
    JsonObject manifest = WHOLE.manifest();
    manifest.remove(part);
    assertThat(refusal(WHOLE.withManifest(old -> manifest.toString())))
        .contains("manifest." + part + " is missing");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void refusesAPartOfAnotherType(String part) throws IOException {
    for (JsonElement other : LoadAttempt.oddities()) {
      JsonObject manifest = WHOLE.manifest();
      boolean alike =
          manifest.get(part).isJsonArray() == other.isJsonArray()
              && manifest.get(part).isJsonObject() == other.isJsonObject();
      if (!alike) {
        manifest.add(part, other);
        assertThat(refusal(WHOLE.withManifest(old -> manifest.toString())))
            .contains("manifest." + part);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"a\"]",
        "[\"a\",\"b\",\"c\"]",
        "[\"a\",\"a\"]",
        "[]",
        "[\"a\",1]",
        "[\"a\",null]",
        "[\"a\",[\"b\"]]",
        "{\"a\":\"b\"}"
      })
  void refusesClassNamesThatDoNotFit(String names) throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest("[\"a\",\"b\"]", names))).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"x0\",\"x1\"]",
        "[\"x0\",\"x1\",\"x2\",\"x3\"]",
        "[\"x0\",\"x1\",\"x0\"]",
        "[]",
        "[\"x0\",\"x1\",2]"
      })
  void refusesFeatureNamesThatDoNotFit(String names) throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest("[\"x0\",\"x1\",\"x2\"]", names))).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[null]",
        "[[]]",
        "[{}]",
        "[{\"epoch\":1}]",
        "[{\"epoch\":1,\"training\":[]}]",
        "[{\"epoch\":1.5,\"training\":{}}]",
        "[{\"epoch\":1e999999999,\"training\":{}}]",
        "[{\"epoch\":1,\"training\":{\"total\":1e999999999}}]",
        "[{\"epoch\":1,\"training\":{},\"seconds\":1e400}]",
        "[{\"epoch\":1,\"training\":{},\"learningRate\":\"fast\"}]",
        "[{\"epoch\":1,\"training\":{},\"validation\":7}]",
        "{\"epoch\":1}"
      })
  void refusesHistoriesThatAreNone(String history) throws IOException {
    String old = WHOLE.manifest().get("history").toString();
    assertThat(refusal(WHOLE.replacingInManifest(old, history))).isNotBlank();
  }

  @Test
  void keepsItsMessagesShortWhateverAKeySays() throws IOException {
    String huge = "\"" + "x".repeat(1_000_000) + "\":1";
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", huge + "," + huge)))
        .contains("twice");
    assertThat(refusal(WHOLE.replacingInManifest("\"backend\":\"none\"", huge)))
        .contains("must be a string");
  }

  @Test
  void takesNullForNoValidation() throws IOException {
    assertLoads(WHOLE.replacingInManifest("\"training\":{", "\"validation\":null,\"training\":{"));
  }

  @Test
  void refusesProvenanceThatIsNotText() throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest("\"none\"", "[1]"))).contains("backend");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "[]", "7", "\"text\"", "{", "{}", "{} {}", "{}x", "true"})
  void refusesManifestsThatAreNoObject(String text) throws IOException {
    assertThat(refusal(WHOLE.withManifest(old -> text))).isNotBlank();
  }

  @Test
  void refusesKeysThatAppearTwice() throws IOException {
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"seed\":17,\"seed\":17")))
        .contains("JSON has the key \"seed\" twice");
    for (Map.Entry<String, JsonElement> part : WHOLE.manifest().entrySet()) {
      String once = "\"" + part.getKey() + "\":" + part.getValue();
      assertThat(refusal(WHOLE.replacingInManifest(once, once + "," + once))).contains("twice");
    }
  }

  @Test
  void refusesDeepNesting() throws IOException {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"seed\":" + deep))).isNotBlank();
    String objects = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"x\":" + objects))).isNotBlank();
    assertThat(refusal(WHOLE.withManifest(old -> "[".repeat(500_000)))).isNotBlank();
  }

  @Test
  void refusesNumbersThatTakeAnAgeToRead() throws IOException {
    for (String number :
        List.of("9".repeat(1_000_000), "0." + "1".repeat(1_000_000), "1e" + "9".repeat(500_000))) {
      assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"seed\":" + number)))
          .isNotBlank();
    }
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"seed\":" + "1".repeat(41))))
        .contains("JSON has a number of 41 digits");
  }

  /** A message is for people: it does not repeat a megabyte of someone's file. */
  @Test
  void keepsItsMessagesShort() throws IOException {
    String huge = "\"" + "x".repeat(1_000_000) + "\"";
    assertThat(refusal(WHOLE.replacingInManifest("\"seed\":17", "\"seed\":" + huge)))
        .contains("config.seed")
        .contains("…");
  }
}
