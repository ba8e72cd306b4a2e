package io.civae.examples;

import io.civae.examples.command.ExamplesCommand;

/** The command line's entrance: {@code java -jar civae-examples.jar --help}. */
public final class CivaeExamples {

  private CivaeExamples() {}

  /**
   * Runs a command and ends the JVM with its exit code: 0 when done, 1 on a failure, 2 on wrong
   * usage.
   *
   * @param args what was typed
   */
  public static void main(String[] args) {
    // Pictures are drawn in memory; without this, AWT looks for a display.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(args));
  }

  private static int run(String... args) {
    try {
      return ExamplesCommand.commandLine().execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println("civae-examples: out of memory (" + e.getMessage() + "); raise -Xmx");
      return 1;
    }
  }
}
