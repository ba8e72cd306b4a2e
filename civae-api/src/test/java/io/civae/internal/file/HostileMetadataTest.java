package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metadata made by someone who knows the format and computes a correct checksum. */
class HostileMetadataTest {

  private static final CraftedFile WHOLE = LoadAttempt.fileWithMetadata();

  @TempDir private Path folder;

  private static CraftedFile with(String metadata) {
    JsonObject manifest = WHOLE.manifest();
    manifest.add("metadata", JsonParser.parseString(metadata));
    return WHOLE.withManifest(old -> manifest.toString());
  }

  /** An object of so many texts. */
  private static String texts(int count) {
    JsonObject texts = new JsonObject();
    for (int i = 0; i < count; i++) {
      texts.addProperty("text" + i, "");
    }
    return texts.toString();
  }

  private static String named(String name) {
    JsonObject texts = new JsonObject();
    texts.addProperty(name, "");
    return texts.toString();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("null", "manifest.metadata (null) must be an object"),
        arguments("[\"a\"]", "manifest.metadata ([\"a\"]) must be an object"),
        arguments("\"text\"", "manifest.metadata (\"text\") must be an object"),
        arguments("{\"a\":null}", "manifest.metadata.a (null) must be a string"),
        arguments("{\"a\":1}", "manifest.metadata.a (1) must be a string"),
        arguments("{\"a\":true}", "manifest.metadata.a (true) must be a string"),
        arguments("{\"a\":{\"b\":\"c\"}}", "manifest.metadata.a ({\"b\":\"c\"}) must be a string"),
        arguments(named(""), "metadata name \"\" (0 characters) must have 1 to 200"),
        arguments(named("n".repeat(201)), "nnn…\" (201 characters) must have 1 to 200"),
        arguments(named("n".repeat(1_000_000)), "nnn…\" (1000000 characters) must have 1 to 200"),
        arguments(texts(101), "metadata (101 texts) must have at most 100"),
        arguments(texts(100_000), "metadata (100000 texts) must have at most 100"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNoMetadata(String metadata, String message) throws IOException {
    assertThat(LoadAttempt.refusal(folder.resolve("hostile.civae"), with(metadata).bytes()))
        .contains(message);
  }

  @Test
  void refusesMoreCharactersThanItKeeps() throws IOException {
    String half = "x".repeat(5_000_000);
    String most = "{\"a\":\"" + half + "\",\"b\":\"" + half + "\"}";
    LoadAttempt.assertLoads(folder.resolve("whole.civae"), with(most));
    assertThat(
            LoadAttempt.refusal(
                folder.resolve("hostile.civae"),
                with(most.replace("\"b\":\"", "\"b\":\"x")).bytes()))
        .contains("metadata (10000001 characters) must have at most 10000000");
  }

  @Test
  void refusesHalfACharacterAndANameThatStandsTwice() throws IOException {
    CraftedFile half = WHOLE.replacingInManifest("plate 7", "plate \\ud800");
    assertThat(LoadAttempt.refusal(folder.resolve("half.civae"), half.bytes()))
        .contains("metadata \"lab.note\" must be valid Unicode");
    CraftedFile twice = WHOLE.replacingInManifest("lab.note", "lab.steps");
    assertThat(LoadAttempt.refusal(folder.resolve("twice.civae"), twice.bytes()))
        .contains("JSON has the key \"lab.steps\" twice");
  }

  /** Paths, addresses, class names, markup: texts all the same. */
  @Test
  void readsNothingIntoATextWhateverItSays() throws IOException {
    Path file = folder.resolve("texts.civae");
    String[] texts = {
      "../../etc/passwd", "file:///", "${jndi:ldap://x}", "java.lang.Runtime", "{\"a\":", "\u0000"
    };
    JsonObject metadata = new JsonObject();
    for (String text : texts) {
      metadata.addProperty(text, text);
    }
    LoadAttempt.replace(file, with(metadata.toString()).bytes());
    try (CiVaeModel model = CiVae.load(file)) {
      assertThat(model.metadata()).hasSize(texts.length);
      assertThat(model.metadata()).allSatisfy((name, text) -> assertThat(text).isEqualTo(name));
    }
  }
}
