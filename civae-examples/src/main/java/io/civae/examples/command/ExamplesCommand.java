package io.civae.examples.command;

import io.civae.examples.experiment.LibraryVersion;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that all others are parts of. */
@Command(
    name = "civae-examples",
    description = "Class-informed variational autoencoders at work.",
    subcommands = {
      QuickstartCommand.class,
      MnistCommand.class,
      PaperCommand.class,
      AugmentCommand.class,
      TraverseCommand.class,
      SingleCellCommand.class,
      BenchmarkCommand.class,
      DoctorCommand.class
    },
    // Help, version and footer hold for every command.
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ExamplesCommand.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Progress goes to the standard error stream, results to the standard output. Exit codes: 0 done,"
          + " 1 failed (one line says why), 2 wrong usage, 130 or 143 ended by a signal."
    })
public final class ExamplesCommand {

  static final String VERBOSE = "--verbose";

  private static final Set<String> OF_TABLES = Set.of("augment", "traverse");

  @Option(
      names = {"-v", VERBOSE},
      scope = ScopeType.INHERIT,
      description = "On a failure, print where it happened.")
  boolean verbose;

  ExamplesCommand() {}

  /**
   * The command line with every command.
   *
   * @return ready to execute
   */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new ExamplesCommand());
    commandLine
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (OF_TABLES.contains(name)) {
                command.setResourceBundle(new TableDefaults());
              } else if (name.equals("mnist")) {
                command.setResourceBundle(RecipeDefaults.orTheLibrarys());
              } else if (name.equals("paper")) {
                command.setResourceBundle(RecipeDefaults.orPlain());
              }
            });
    return commandLine
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Failure());
  }

  /** Says which version this is. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"civae-examples " + LibraryVersion.get()};
    }
  }
}
