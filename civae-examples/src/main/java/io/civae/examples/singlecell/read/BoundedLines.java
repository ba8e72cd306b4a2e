package io.civae.examples.singlecell.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text, none longer than allowed, so that no file can fill the memory by one. */
final class BoundedLines {

  private final DataFile file;
  private final Reader reader;
  private final int longest;
  private final char[] buffer = new char[1 << 14];
  private int position;
  private int limit;
  private long number;

  BoundedLines(DataFile file, InputStream in, int longest) {
    this.file = file;
    this.longest = longest;
    this.reader =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (position < limit || fill()) {
      any = true;
      int from = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      line.append(buffer, from, position - from);
      if (line.length() > longest) {
        throw file.damaged(number + 1, "is longer than " + longest + " characters");
      }
      if (position < limit) {
        position++;
        return ended(line);
      }
    }
    return any ? ended(line) : null;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, reader.read(buffer));
    return limit > 0;
  }

  private String ended(StringBuilder line) {
    number++;
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    if (number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF') {
      line.deleteCharAt(0);
    }
    return line.toString();
  }

  /** The number of the line last returned, from 1. */
  long number() {
    return number;
  }
}
