package io.civae.examples.command;

import io.civae.examples.table.TableSource;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which table, and how it is to be read. */
final class TableOptions {

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      required = true,
      description = "The table: CSV in UTF-8, columns of numbers or of names. Never changed.")
  Path csv = Path.of("");

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      required = true,
      description = "The column of classes: its name, or with --no-header its number from 1.")
  String label = "";

  @Option(
      names = "--categorical",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "Columns whose numbers are names of categories, such as codes: their names, or with"
              + " --no-header their numbers from 1.")
  Set<String> categorical = new LinkedHashSet<>();

  @Option(names = "--no-header", description = "The first line is a row, not names of columns.")
  boolean noHeader;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "Between fields; \\t is a tab. Default: a comma")
  String separator = ",";

  @Option(
      names = "--impute",
      description =
          "Fill in missing values (empty, ?, NA, N/A, NaN, null): the median of a column of"
              + " numbers, the most frequent name of others. Rows whose label is missing stay unlabelled."
              + " Without this option a missing value is an error that says where.")
  boolean impute;

  /**
   * The table.
   *
   * @throws IllegalArgumentException if a column or the separator cannot be one
   */
  TableSource source() {
    return new TableSource(csv, label, !noHeader, separatorChar(), impute, categorical);
  }

  /** Shells hand on a backslash and a t where a tab is meant. */
  private char separatorChar() {
    if (separator.equals("\\t")) {
      return '\t';
    }
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          "separator (" + separator + ") must be one character, or \\t for a tab");
    }
    return separator.charAt(0);
  }
}
