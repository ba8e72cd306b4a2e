package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The Java in the documentation is a part of programs that are compiled and run here: each block
 * names its source and must stand in it line by line, indentation aside.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- source: (\\S+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> eachJavaBlockStandsInTheSourceItNames() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all =
          Stream.concat(
                  Stream.of(ROOT.resolve("README.md")),
                  pages.filter(page -> page.toString().endsWith(".md")).sorted())
              .toList();
      return all.stream()
          .flatMap(
              page ->
                  BLOCK
                      .matcher(read(page))
                      .results()
                      .map(
                          block ->
                              DynamicTest.dynamicTest(
                                  ROOT.relativize(page) + " " + block.group(1),
                                  () -> check(page, block.group(1), block.group(2)))));
    }
  }

  private static void check(Path page, String source, String code) {
    assertThat(source)
        .as("a Java block of %s must name its source in a comment before it", page)
        .isNotNull();
    assertThat(lines(code)).isNotEmpty();
    assertThat(lines(read(ROOT.resolve(source)))).containsSequence(lines(code));
  }

  @Test
  void theReadmeShowsBothProgramsToRead() {
    Matcher block = BLOCK.matcher(read(ROOT.resolve("README.md")));
    assertThat(block.results().map(found -> found.group(1)))
        .anyMatch(source -> source.endsWith("FirstProgram.java"))
        .anyMatch(source -> source.endsWith("TestWithoutNatives.java"));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
