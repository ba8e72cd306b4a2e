package io.civae.examples.command;

import io.civae.BackendException;
import io.civae.CheckpointException;
import io.civae.ModelFileException;
import io.civae.TrainingDivergedException;
import io.civae.examples.experiment.StoppedException;
import io.civae.examples.format.DamagedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Answers a failure: one line on the standard error stream, exit code 1, or that of the signal. */
final class Failure implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    report(problem, command);
    return problem instanceof StoppedException stopped
        ? stopped.exitCode()
        : command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static void report(Exception problem, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + describe(problem));
    if (isVerbose(command)) {
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      err.print(TerminalText.ofLines(trace.toString()));
    }
    err.flush();
  }

  private static boolean isVerbose(CommandLine command) {
    Boolean verbose = command.getCommandSpec().findOption(ExamplesCommand.VERBOSE).getValue();
    return Boolean.TRUE.equals(verbose);
  }

  private static String describe(Exception problem) {
    String message = TerminalText.of(String.valueOf(problem.getMessage()));
    return speaksForItself(problem) ? message : problem.getClass().getSimpleName() + ": " + message;
  }

  /** Messages of the library and of these programs say what is wrong and what to do. */
  private static boolean speaksForItself(Exception problem) {
    return problem instanceof BackendException
        || problem instanceof ModelFileException
        || problem instanceof TrainingDivergedException
        || problem instanceof IllegalArgumentException
        || problem instanceof CheckpointException
        || problem instanceof StoppedException
        || problem instanceof DamagedFileException
        || problem.getClass() == IOException.class;
  }
}
