package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class on a Java of its own, with the class path of the tests. */
final class ForkedProgram {

  private ForkedProgram() {}

  /** The command, not started yet. */
  static ProcessBuilder of(Class<?> main, List<String> jvmOptions, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** What a program that ends well prints; errors go where this Java's go. */
  static String output(Class<?> main, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        of(main, jvmOptions, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told.strip();
  }
}
