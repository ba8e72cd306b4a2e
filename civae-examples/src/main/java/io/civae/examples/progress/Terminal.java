package io.civae.examples.progress;

import java.io.IOException;
import java.util.Locale;

/** What the standard error stream is connected to. */
final class Terminal {

  private Terminal() {}

  /**
   * Whether a person watches the standard error stream, so that a line may be painted over.
   *
   * <p>{@code System.console()} speaks of other streams, so the shell's own test is asked. Windows
   * has none and gets plain lines.
   */
  static boolean watchesErrors() {
    String kind = System.getenv("TERM");
    if (kind == null || kind.toLowerCase(Locale.ROOT).equals("dumb")) {
      return false;
    }
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
