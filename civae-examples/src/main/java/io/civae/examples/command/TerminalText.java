package io.civae.examples.command;

import java.util.regex.Pattern;

/**
 * Text from a file, to be shown: a name in it may hold codes that clear a terminal, colour it or
 * turn the order of what is read.
 */
final class TerminalText {

  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

  /** Control characters, and those that override the direction of a text. */
  private static final Pattern COMMANDS =
      Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private TerminalText() {}

  /** One line in which nothing is a command: each such character is its code, as \\u001B. */
  static String of(String text) {
    return COMMANDS
        .matcher(LINE_BREAKS.matcher(text).replaceAll(" "))
        .replaceAll(found -> String.format("\\\\u%04X", (int) found.group().charAt(0)));
  }

  /** The same of a text of several lines, which stay: a trace. */
  static String ofLines(String text) {
    return COMMANDS
        .matcher(text)
        .replaceAll(
            found -> {
              char code = found.group().charAt(0);
              return code == '\n' || code == '\r' || code == '\t'
                  ? found.group()
                  : String.format("\\\\u%04X", (int) code);
            });
  }
}
