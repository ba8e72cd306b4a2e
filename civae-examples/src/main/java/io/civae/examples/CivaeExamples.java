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
    System.exit(ExamplesCommand.commandLine().execute(args));
  }
}
