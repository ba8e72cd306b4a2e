package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyMappingTest {

  /** {@code numpy.save} of {@code [[1.5, -2], [3, 0.25]]} as float32. */
  private static final String BY_NUMPY =
      "934e554d505901007600"
          + "7b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a2046616c73652c2027"
          + "7368617065273a2028322c2032292c207d"
          + "20".repeat(58)
          + "0a"
          + "0000c03f000000c0000040400000803e";

  @TempDir private Path folder;

  private MappedFeatureMatrix open(byte[] bytes) throws IOException {
    return MappedFeatureMatrix.ofNpy(Files.write(folder.resolve("x.npy"), bytes));
  }

  private void assertRefused(byte[] bytes, String problem) {
    assertThatThrownBy(() -> open(bytes).close())
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(folder.resolve("x.npy") + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void readsWhatNumPyWrites() throws IOException {
    try (MappedFeatureMatrix matrix = open(HexFormat.of().parseHex(BY_NUMPY))) {
      assertThat(matrix.toArray()).isDeepEqualTo(new float[][] {{1.5f, -2}, {3, 0.25f}});
    }
  }

  static Stream<Arguments> types() {
    return Stream.of(
        arguments("<f4", NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 250)),
        arguments(">f4", NpyBytes.floats(ByteOrder.BIG_ENDIAN, 1, 2, 3, 4, 5, 250)),
        arguments("<f8", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 250)),
        arguments(">f8", NpyBytes.doubles(ByteOrder.BIG_ENDIAN, 1, 2, 3, 4, 5, 250)),
        arguments("|u1", new byte[] {1, 2, 3, 4, 5, (byte) 250}));
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsEachTypeInEachVersion(String descr, byte[] data) throws IOException {
    for (int version = 1; version <= 3; version++) {
      try (MappedFeatureMatrix matrix =
          open(NpyBytes.of(version, NpyBytes.header(descr, "(2, 3)"), data))) {
        assertThat(matrix.toArray()).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 250}});
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(6,)", "(3,2)", "(3, 2, 1)", "(1, 2, 3)", "( 2 , 3 , )"})
  void takesTheFirstDimensionForRows(String shape) throws IOException {
    byte[] data = {1, 2, 3, 4, 5, 6};
    try (MappedFeatureMatrix matrix = open(NpyBytes.of(1, NpyBytes.header("|u1", shape), data))) {
      int rows = Integer.parseInt(shape.replaceAll("[( ]*([0-9]+).*", "$1"));
      assertThat(matrix.rows()).isEqualTo(rows);
      assertThat(matrix.columns()).isEqualTo(6 / rows);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(2)",
        "()",
        "(,)",
        "(2, -3)",
        "(2, 3",
        "2, 3",
        "[2, 3]",
        "(2., 3)",
        "(2L, 3L)",
        "(0, 6)",
        "(6, 0)",
        "(4294967298, 3)",
        "(1, 4294967298)",
        "(65536, 65536, 65536)",
        "(2147483647, 2147483647)",
        "(1, 2147483647, 2147483647)",
        "(99999999999999999999999, 3)",
        "(2, 3)(2, 3)",
        "(1, 1, 1, 1, 1, 1, 1, 7)"
      })
  void refusesShapesThatAreNone(String shape) {
    assertRefused(NpyBytes.of(1, NpyBytes.header("|u1", shape), new byte[6]), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<i4", "|O", "<c8", "<f2", "|b1", "<U3", "|S1", "f4", "", "[('a', 'f4')]"})
  void refusesOtherTypes(String descr) {
    assertRefused(NpyBytes.of(1, NpyBytes.header(descr, "(2, 3)"), new byte[6]), "");
  }

  @Test
  void refusesFortranOrder() {
    String header = NpyBytes.header("|u1", "(2, 3)").replace("False", "True");
    assertRefused(NpyBytes.of(1, header, new byte[6]), "fortran_order (True) must be False");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "}{",
        "{'descr': '|u1'}",
        "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), 'more': True}",
        "{'descr': '|u1' 'fortran_order': False, 'shape': (2, 3)}",
        "{'descr': True, 'fortran_order': False, 'shape': (2, 3)}",
        "{'descr': '|u1', 'fortran_order': 0, 'shape': (2, 3)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': '(2, 3)'}",
        "{'descr': __import__('os'), 'fortran_order': False, 'shape': (2, 3)}",
        "{,'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)} 7"
      })
  void refusesHeadersOfAnotherMaking(String header) {
    assertRefused(NpyBytes.of(1, header, new byte[6]), "header");
  }

  @Test
  void refusesHeadersThatWouldTakeLongOrDeep() {
    assertRefused(
        NpyBytes.of(2, NpyBytes.header("|u1", "(" + "1,".repeat(4900) + ")"), new byte[1]),
        "malformed");
    assertRefused(
        NpyBytes.of(2, NpyBytes.header("|u1", "(2, 3)") + " ".repeat(10_000), new byte[6]),
        "at most 10000 are read");
    assertRefused(NpyBytes.of(2, "{" + "'".repeat(9000) + "}", new byte[6]), "malformed");
  }

  @Test
  void refusesOtherVersionsAndOtherFiles() {
    String header = NpyBytes.header("|u1", "(2, 3)");
    assertRefused(NpyBytes.of(4, header, new byte[6]), "is of .npy version 4");
    assertRefused(NpyBytes.of(0, header, new byte[6]), "is of .npy version 0");
    assertRefused("PK\3\4 and much more".getBytes(StandardCharsets.UTF_8), "not a NumPy");
    assertRefused(new byte[0], "truncated");
  }

  @Test
  void refusesEveryTruncationAndAnyExtraByte() throws IOException {
    byte[] whole = HexFormat.of().parseHex(BY_NUMPY);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "truncated");
    }
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "damaged");
  }
}
