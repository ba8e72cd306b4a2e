package io.civae.examples.command;

import io.civae.BackendException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Where a command writes.
 *
 * @param command the command
 * @param out for results
 * @param err for progress and failures
 */
record Streams(CommandLine command, PrintWriter out, PrintWriter err) {

  /**
   * The streams of a command.
   *
   * @param spec injected by picocli before the command is called
   */
  static Streams of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("a command runs by its command line only");
    }
    CommandLine command = spec.commandLine();
    return new Streams(command, command.getOut(), command.getErr());
  }

  /**
   * Makes of what was typed what is needed; a value out of range is wrong usage.
   *
   * @throws ParameterException if a value is out of range
   */
  <T> T understood(Supplier<T> typed) {
    try {
      return typed.get();
    } catch (IllegalArgumentException | BackendException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
