package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers made by someone who knows the layout and computes a correct checksum. */
class HostileHeaderTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  @TempDir private Path folder;

  private String refusal(byte[] bytes) throws IOException {
    return LoadAttempt.refusal(folder.resolve("hostile.civae"), bytes);
  }

  @Test
  void startsFromAFileThatLoads() throws IOException {
    LoadAttempt.assertLoads(folder.resolve("whole.civae"), WHOLE);
    assertThat(WHOLE.header()).contains(LoadAttempt.SCALE).contains(LoadAttempt.OFFSET);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        -1,
        0,
        1,
        2,
        3,
        100,
        4_000,
        1L << 20,
        Integer.MAX_VALUE,
        1L << 31,
        (1L << 32) + 8,
        1L << 40,
        Long.MAX_VALUE - 7,
        Long.MAX_VALUE
      })
  void refusesLengthsOfTheHeaderThatAreNotTrue(long length) throws IOException {
    assertThat(refusal(WHOLE.bytes(length))).isNotBlank();
  }

  static Stream<Arguments> changes() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String nested = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
    return Stream.of(
        arguments("a key twice", LoadAttempt.OFFSET, LoadAttempt.OFFSET + "," + LoadAttempt.OFFSET),
        arguments(
            "metadata twice", LoadAttempt.OFFSET, "\"__metadata__\":{}," + LoadAttempt.OFFSET),
        arguments(
            "the same key in escapes",
            LoadAttempt.OFFSET,
            LoadAttempt.OFFSET + "," + LoadAttempt.OFFSET.replace("s", "\\u0073")),
        arguments("a key twice inside", "\"dtype\":\"F32\"", "\"dtype\":\"F32\",\"dtype\":\"F32\""),
        arguments("deep arrays", "\"shape\":[3]", "\"shape\":" + deep),
        arguments("deep objects", LoadAttempt.OFFSET, "\"x\":" + nested + "," + LoadAttempt.OFFSET),
        arguments("deep metadata", "\"1\"", deep),
        arguments("another type", "\"F32\"", "\"F64\""),
        arguments("a type in small letters", "\"F32\"", "\"f32\""),
        arguments("a type that is no text", "\"dtype\":\"F32\"", "\"dtype\":32"),
        arguments("no type", "\"dtype\":\"F32\",", ""),
        arguments("no shape", "\"shape\":[3],", ""),
        arguments("no offsets", ",\"data_offsets\":[12,24]", ""),
        arguments("a tensor that is a number", LoadAttempt.SCALE, "\"scaler.scale\":12"),
        arguments("a tensor that is null", LoadAttempt.SCALE, "\"scaler.scale\":null"),
        arguments("a missing tensor", "scaler.scale", "scaler.other"),
        arguments("a missing parameter", "encoder.mean.bias", "encoder.mean.other"),
        arguments("a nameless tensor", "\"scaler.scale\"", "\"\""),
        arguments("a parameter too many", "encoder.hidden.1.norm.mean", "encoder.hidden.2.bias"),
        arguments("no checksum", "file.sha256", "file.sha512"),
        arguments("a checksum of floats", "\"U8\",\"shape\":[32]", "\"F32\",\"shape\":[8]"),
        arguments("a checksum of another length", "\"U8\",\"shape\":[32]", "\"U8\",\"shape\":[31]"),
        arguments("no metadata", "__metadata__", "metadata"),
        arguments("no version", "civae.formatVersion", "civae.version"),
        arguments("no manifest", "civae.manifest", "civae.contents"),
        arguments(
            "a version in numbers", "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":1"),
        arguments("version 0", "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"0\""),
        arguments("version -1", "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"-1\""),
        arguments(
            "version 1.0", "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"1.0\""),
        arguments(
            "no version at all", "\"civae.formatVersion\":\"1\"", "\"civae.formatVersion\":\"\""),
        arguments(
            "an endless version",
            "\"civae.formatVersion\":\"1\"",
            "\"civae.formatVersion\":\"" + "9".repeat(1000) + "\""),
        arguments("a long number", "\"shape\":[3]", "\"shape\":[" + "3".repeat(100_000) + "]"),
        arguments("a comment", "\"shape\":[3]", "/* */\"shape\":[3]"),
        arguments("a trailing comma", "\"shape\":[3]", "\"shape\":[3,]"),
        arguments("a leading zero", "\"shape\":[3]", "\"shape\":[03]"),
        arguments("single quotes", "\"scaler.scale\"", "'scaler.scale'"),
        arguments("no quotes", "\"scaler.scale\"", "scaler.scale"),
        arguments("not a number", "\"shape\":[3]", "\"shape\":[NaN]"),
        arguments("a raw control character", "scaler.scale", "scaler\u0001scale"),
        arguments("a broken escape", "scaler.scale", "scaler\\u12xyscale"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void refusesWhatTheFormatDoesNotAllow(String what, String old, String replacement)
      throws IOException {
    assertThat(refusal(WHOLE.replacing(old, replacement).bytes())).as(what).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"a\":1}", "{", "{]", "{\"__metadata__\":[]}", "{\"__metadata__\":{}} x"})
  void refusesHeadersOfAnotherMaking(String header) throws IOException {
    String padded = header + " ".repeat(16 - header.length() % 8);
    assertThat(refusal(WHOLE.withHeader(old -> padded).bytes())).isNotBlank();
  }

  @Test
  void refusesTextAfterTheHeader() throws IOException {
    assertThat(refusal(WHOLE.withHeader(old -> old + "{}").bytes()))
        .contains("JSON is malformed at $");
    assertThat(refusal(WHOLE.withHeader(old -> old + "\u0000").bytes())).isNotBlank();
  }

  @Test
  void refusesAHeaderThatIsNotUtf8() throws IOException {
    byte[] bytes = WHOLE.bytes();
    bytes[20] = (byte) 0xff;
    assertThat(refusal(bytes)).contains("JSON is not UTF-8");
  }

  @Test
  void refusesAHeaderOfNothingButSpaces() throws IOException {
    byte[] bytes = (" ".repeat(8) + "{" + " ".repeat(500)).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(bytes)).isNotBlank();
  }
}
