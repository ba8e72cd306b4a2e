package io.civae.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of tensors made by someone who knows the layout and computes a correct checksum. */
class HostileTensorsTest {

  private static final CraftedFile WHOLE = LoadAttempt.wholeFile();

  @TempDir private Path folder;

  private String refusal(byte[] bytes) throws IOException {
    return LoadAttempt.refusal(folder.resolve("hostile.civae"), bytes);
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        arguments("[65536,65536]", "[12,24]"),
        arguments("[2147483647,2147483647]", "[12,24]"),
        arguments("[2147483647,2147483647,2147483647,4]", "[12,24]"),
        arguments("[1073741824]", "[12,12]"),
        arguments("[1073741824]", "[12,4294967308]"),
        arguments("[536870911]", "[12,2147483656]"),
        arguments("[4294967299]", "[12,24]"),
        arguments("[0]", "[12,12]"),
        arguments("[-3]", "[24,12]"),
        arguments("[-1,-3]", "[12,24]"),
        arguments("[3,1,1]", "[12,24]"),
        arguments("[]", "[12,16]"),
        arguments("[1.5,2]", "[12,24]"),
        arguments("[1e999999999]", "[12,24]"),
        arguments("[1e-999999999]", "[12,24]"),
        arguments("[\"3\"]", "[12,24]"),
        arguments("[null]", "[12,24]"),
        arguments("[[3]]", "[12,24]"),
        arguments("3", "[12,24]"),
        arguments("null", "[12,24]"),
        arguments("[3]", "[-12,0]"),
        arguments("[3]", "[8,20]"),
        arguments("[3]", "[16,28]"),
        arguments("[3]", "[0,12]"),
        arguments("[3]", "[24,12]"),
        arguments("[3]", "[12,23]"),
        arguments("[3]", "[12,28]"),
        arguments("[3]", "[12]"),
        arguments("[3]", "[12,24,36]"),
        arguments("[3]", "[]"),
        arguments("[3]", "[12.5,24.5]"),
        arguments("[3]", "[4294967308,4294967320]"),
        arguments("[3]", "[9223372036854775796,9223372036854775807]"),
        arguments("[3]", "[9223372036854775807,-9223372036854775798]"),
        arguments("[3]", "[9223372036854775820,9223372036854775832]"),
        arguments("[3]", "[1e999999999,1e999999999]"),
        arguments("[3]", "{\"begin\":12,\"end\":24}"),
        arguments("[3]", "\"12,24\""));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void refusesShapesAndOffsetsThatDoNotDescribeTheData(String shape, String offsets)
      throws IOException {
    String entry =
        "\"scaler.scale\":{\"dtype\":\"F32\",\"shape\":"
            + shape
            + ",\"data_offsets\":"
            + offsets
            + "}";
    assertThat(refusal(WHOLE.replacing(LoadAttempt.SCALE, entry).bytes())).isNotBlank();
  }

  @Test
  void refusesOverlapsAndGaps() throws IOException {
    // Two tensors over the same bytes; the rest stays where it was.
    String overlapping = LoadAttempt.SCALE.replace("[12,24]", "[0,12]");
    assertThat(refusal(WHOLE.replacing(LoadAttempt.SCALE, overlapping).bytes()))
        .contains("begins at");
    // Nobody claims the first twelve bytes.
    assertThat(refusal(WHOLE.replacing(LoadAttempt.OFFSET + ",", "").bytes()))
        .contains("begins at 12 instead of 0");
  }

  @Test
  void refusesDataWithoutAChecksum() throws IOException {
    byte[] data = {};
    String header =
        "{\"__metadata__\":{\"civae.formatVersion\":\"1\",\"civae.manifest\":\"{}\"}}        ";
    assertThat(refusal(WHOLE.withHeader(old -> header).withData(data).bytes())).isNotBlank();
  }

  /** The entry of the checksum as {@code HEAD,"shape":[32],"data_offsets":[begin,begin+32]}}}. */
  private static CraftedFile withChecksumEntry(String entry, byte[] data) {
    String header = WHOLE.header().trim();
    String before = header.substring(0, header.indexOf("\"file.sha256\""));
    return WHOLE.withHeader(old -> before + entry + "}").withData(data);
  }

  private static String checksumEntry(int begin, int size) {
    return String.format(
        "\"file.sha256\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}",
        size, begin, begin + size);
  }

  /** A checksum in the middle would leave what follows it unchecked. */
  @Test
  void refusesAChecksumThatIsNotLast() throws IOException {
    byte[] data = WHOLE.data();
    int end = data.length + 32;
    String later =
        checksumEntry(data.length, 32)
            + String.format(
                ",\"later\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}",
                end, end + 4);
    assertThat(refusal(withChecksumEntry(later, Arrays.copyOf(data, data.length + 4)).bytes()))
        .contains("the last tensor is not file.sha256");
  }

  @Test
  void refusesAChecksumOfAnotherLength() throws IOException {
    byte[] data = WHOLE.data();
    for (int size : new int[] {31, 33}) {
      byte[] fitting = Arrays.copyOf(data, data.length + size - 32);
      assertThat(refusal(withChecksumEntry(checksumEntry(data.length, size), fitting).bytes()))
          .contains("tensor file.sha256 must have 32 bytes");
    }
  }

  @Test
  void refusesAScalerThatDoesNotFit() throws IOException {
    String two = LoadAttempt.SCALE.replace("[3]", "[2]").replace("[12,24]", "[12,20]");
    String rest = "\"rest\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[20,24]}";
    assertThat(refusal(WHOLE.replacing(LoadAttempt.SCALE, two + "," + rest).bytes()))
        .contains("scaler.offset and scaler.scale differ in length");
    assertThat(
            refusal(
                WHOLE
                    .replacing(LoadAttempt.SCALE, LoadAttempt.SCALE.replace("[3]", "[3,1]"))
                    .bytes()))
        .contains("tensor scaler.scale is missing or not a vector");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotFinite(float value) throws IOException {
    for (int at = 0; at < WHOLE.data().length; at += Float.BYTES) {
      byte[] data = WHOLE.data();
      ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(at, value);
      assertThat(refusal(WHOLE.withData(data).bytes())).contains("must be finite");
    }
  }

  @Test
  void refusesMoreOrLessDataThanDescribed() throws IOException {
    byte[] data = WHOLE.data();
    assertThat(refusal(WHOLE.withData(Arrays.copyOf(data, data.length - 4)).bytes()))
        .contains("truncated");
    assertThat(refusal(WHOLE.withData(Arrays.copyOf(data, data.length + 4)).bytes()))
        .contains("damaged");
    assertThat(refusal(WHOLE.withData(new byte[0]).bytes())).contains("truncated");
  }
}
