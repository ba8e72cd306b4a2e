package io.civae.djl;

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
}
