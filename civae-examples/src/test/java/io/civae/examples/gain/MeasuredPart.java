package io.civae.examples.gain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a program writes, between two marks; the rest is for people. */
final class MeasuredPart {

  private static final String BEGIN = "<!-- measured: begin -->\n";
  private static final String END = "<!-- measured: end -->\n";

  private MeasuredPart() {}

  /** Replaces the part of a page, or makes the page. */
  static void write(Path page, String measured) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : BEGIN + END;
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no part between " + BEGIN.strip() + " and " + END.strip());
    }
    Files.writeString(
        page, before.substring(0, begin + BEGIN.length()) + measured + before.substring(end));
  }
}
