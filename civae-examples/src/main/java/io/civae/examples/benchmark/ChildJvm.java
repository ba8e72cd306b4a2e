package io.civae.examples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A JVM of its own with this one's class path. What it writes to standard error goes there. */
public final class ChildJvm {

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment;

  private ChildJvm(Map<String, String> environment) {
    this.environment = environment;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** A JVM without options, as one starts it by hand. */
  static ChildJvm fresh() {
    return new ChildJvm(Map.of());
  }

  /**
   * A JVM with this one's options, another environment and further options.
   *
   * @param environment variables to set
   * @param options for the JVM
   * @return not yet started
   */
  public static ChildJvm like(Map<String, String> environment, List<String> options) {
    ChildJvm jvm = new ChildJvm(Map.copyOf(environment));
    // Agents hold a port or a file that cannot be had twice.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .forEach(jvm.command::add);
    jvm.command.addAll(options);
    return jvm;
  }

  /**
   * Runs a program to its end.
   *
   * @param main its main class
   * @param arguments its arguments
   * @param line is given each line of its standard output as it comes
   * @return its exit code
   * @throws IOException if it cannot be started or heard
   * @throws InterruptedException if this thread is interrupted; the program is ended then
   */
  public int run(Class<?> main, List<String> arguments, Consumer<String> line)
      throws IOException, InterruptedException {
    List<String> full = new ArrayList<>(command);
    full.add("-cp");
    full.add(System.getProperty("java.class.path"));
    full.add(main.getName());
    full.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(full).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    // A signal that ends this JVM must not leave the other one at work.
    Thread ending = new Thread(process::destroy, "civae-child");
    Runtime.getRuntime().addShutdownHook(ending);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(line);
      return process.waitFor();
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(ending);
    }
  }
}
