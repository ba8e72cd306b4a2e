package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMetadataTest {

  private final CiVaeModel model = new TrainedModel(HandMadeModels.smallContents(), null);

  @TempDir private Path folder;

  @AfterEach
  void closeModel() {
    model.close();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Map<String, String> metadataOf(Path file) {
    try (CiVaeModel loaded = CiVae.load(file)) {
      return loaded.metadata();
    }
  }

  @Test
  void bringsBackEveryTextLetterByLetter() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("lab.steps", "{\n  \"quoted\": [1, \"\\\\ \\u0041\"]\r\n}\n");
    texts.put("empty", "");
    texts.put("日本 \"name\"", "\u0000\u0001\u007f\u2028 ß 🧬 </script>");
    texts.put("n".repeat(200), "null");
    model.save(file("a.civae"), texts);
    assertThat(metadataOf(file("a.civae"))).containsExactlyEntriesOf(texts);
  }

  @Test
  void leavesTheModelThatIsSavedAsItIs() {
    model.save(file("a.civae"), Map.of("a", "1"));
    assertThat(model.metadata()).isEmpty();
    model.save(file("b.civae"));
    assertThat(metadataOf(file("b.civae"))).isEmpty();
  }

  @Test
  void keepsThoseOfTheFileUntilOthersAreGiven() throws IOException {
    model.save(file("a.civae"), Map.of("a", "1", "b", "2"));
    try (CiVaeModel loaded = CiVae.load(file("a.civae"))) {
      loaded.save(file("same.civae"));
      loaded.save(file("other.civae"), Map.of("c", "3"));
      loaded.save(file("none.civae"), Map.of());
      assertThat(loaded.metadata()).isEqualTo(Map.of("a", "1", "b", "2"));
    }
    assertThat(file("same.civae")).hasSameBinaryContentAs(file("a.civae"));
    assertThat(metadataOf(file("other.civae"))).isEqualTo(Map.of("c", "3"));
    model.save(file("fresh.civae"));
    assertThat(file("none.civae")).hasSameBinaryContentAs(file("fresh.civae"));
  }

  @Test
  void writesTheSameBytesInWhateverOrderTextsAreGiven() {
    Map<String, String> forth = new LinkedHashMap<>();
    forth.put("a", "1");
    forth.put("b", "2");
    Map<String, String> back = new TreeMap<>(Collections.reverseOrder());
    back.putAll(forth);
    model.save(file("a.civae"), forth);
    model.save(file("b.civae"), back);
    assertThat(file("b.civae")).hasSameBinaryContentAs(file("a.civae"));
  }

  @Test
  void cannotBeChangedFromOutside() {
    model.save(file("a.civae"), new HashMap<>(Map.of("a", "1")));
    Map<String, String> loaded = metadataOf(file("a.civae"));
    assertThatThrownBy(() -> loaded.put("b", "2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** The most that is promised must also fit the header, whatever the characters. */
  @Test
  void savesTheMostThatItPromises() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      texts.put("text " + i, "\u0001".repeat(100_000));
    }
    model.save(file("a.civae"), texts);
    assertThat(metadataOf(file("a.civae"))).isEqualTo(texts);
  }

  private void assertRefused(Map<String, String> metadata, String message) {
    assertThatThrownBy(() -> model.save(file("refused.civae"), metadata))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatItCouldNotReadBackAndWritesNothing() {
    assertRefused(Map.of("", "text"), "metadata name \"\" (0 characters) must have 1 to 200");
    assertRefused(
        Map.of("n".repeat(201), "text"),
        "metadata name \"" + "n".repeat(40) + "…\" (201 characters) must have 1 to 200");
    assertRefused(
        Map.of("half", "\ud83e"),
        "metadata \"half\" must be valid Unicode: half of a character is missing");
    assertRefused(
        Map.of("\udded", ""),
        "metadata \"\udded\" must be valid Unicode: half of a character is missing");
    assertRefused(
        Map.of("a", "x".repeat(5_000_000), "b", "x".repeat(5_000_001)),
        "metadata (10000001 characters) must have at most 10000000");
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i <= 100; i++) {
      many.put("text " + i, "");
    }
    assertRefused(many, "metadata (101 texts) must have at most 100");
  }

  @Test
  void standsInTheManifestForOtherReaders() throws IOException {
    model.save(file("a.civae"), Map.of("lab.steps", "{\"log\":true}"));
    CraftedFile read = CraftedFile.of(Files.readAllBytes(file("a.civae")));
    assertThat(read.manifest().getAsJsonObject("metadata").get("lab.steps").getAsString())
        .isEqualTo("{\"log\":true}");
  }
}
