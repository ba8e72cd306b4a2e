package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.civae.CiVae;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a main class on a Java of its own whose class path has this module, its test classes,
 * civae-api and what that needs, but neither JUnit nor AssertJ.
 */
final class ForkedJvm {

  private static final int PATIENCE_SECONDS = 120;

  /** One class of each library that civae-api needs, and of those that they need. */
  private static final List<String> LIBRARIES =
      List.of(
          "com.google.common.util.concurrent.internal.InternalFutureFailureAccess",
          "com.google.gson.Gson",
          "org.slf4j.Logger",
          "org.jspecify.annotations.Nullable");

  private ForkedJvm() {}

  /** What the main class printed; fails when it did not end well. */
  static String run(Class<?> main, Path... moreClassPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        Stream.concat(classPath(), Stream.of(moreClassPath))
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    command.add(main.getName());
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).as(output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while " + main.getSimpleName() + " ran", e);
    }
  }

  private static Stream<Path> classPath() {
    return Stream.concat(
        Stream.of(FakeBackend.class, ForkedJvm.class, CiVae.class, ImmutableList.class)
            .map(ForkedJvm::home),
        LIBRARIES.stream().map(ForkedJvm::named).map(ForkedJvm::home));
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " must be on the class path of the tests", e);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
