package io.civae.examples.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers what cannot be understood: what is wrong, where to read on, exit code 2. */
final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    String message = TerminalText.of(String.valueOf(problem.getMessage()));
    err.println(name + ": " + message + "; '" + name + " --help' explains");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
