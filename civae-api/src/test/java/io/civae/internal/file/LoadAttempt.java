package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.ModelFileException;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.Metadata;
import io.civae.internal.model.ModelContents;
import io.civae.internal.model.VerificationRows;
import io.civae.internal.network.PlainNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An attempt to load bytes that someone prepared. */
final class LoadAttempt {

  private LoadAttempt() {}

  /** The entries of the scaler in the header of {@link #wholeFile()}. */
  static final String SCALE =
      "\"scaler.scale\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[12,24]}";

  static final String OFFSET =
      "\"scaler.offset\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}";

  /** What {@link #fileWithMetadata()} has, in the order of the names. */
  static final Metadata METADATA =
      new Metadata(
          Map.of(
              "lab.note", "plate 7 \uD83E\uDDEC", "lab.steps", "{\"steps\":[1,{\"log\":true}]}\n"));

  /** A file to change: random parameters, three features, classes a and b. */
  static CraftedFile wholeFile() {
    return CraftedFile.of(bytes(HandMadeModels.smallContents()));
  }

  /** The same with metadata, of which one text is JSON. */
  static CraftedFile fileWithMetadata() {
    return CraftedFile.of(bytes(HandMadeModels.smallContents().withMetadata(METADATA)));
  }

  /** The bytes of a model's file. */
  static byte[] bytes(ModelContents contents) {
    PlainNetwork network = new PlainNetwork(contents.config(), contents.parameters());
    try {
      return ModelArchive.write(contents, VerificationRows.of(contents, network)).toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values of every kind that JSON has, to stand where they should not. */
  static List<JsonElement> oddities() {
    return Stream.of("{\"a\":1}", "[{\"a\":1},null]", "null", "true", "\"text\"", "1.25", "-7")
        .map(JsonParser::parseString)
        .toList();
  }

  /** Asserts that a crafted file is as good as a saved one. */
  static void assertLoads(Path file, CraftedFile crafted) throws IOException {
    replace(file, crafted.bytes());
    CiVae.load(file).close();
  }

  /**
   * Writes anew: some file systems flush a file that is truncated and written, which takes long.
   */
  static void replace(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, bytes);
  }

  /** Asserts that the bytes are refused in the one way there is, and returns the message. */
  static String refusal(Path file, byte[] bytes) throws IOException {
    replace(file, bytes);
    Throwable thrown = catchThrowable(() -> CiVae.load(file).close());
    assertThat(thrown)
        .isExactlyInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ");
    String message = String.valueOf(thrown.getMessage());
    assertThat(message.length()).isLessThan(2000);
    return message;
  }
}
