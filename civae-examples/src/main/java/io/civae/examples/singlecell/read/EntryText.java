package io.civae.examples.singlecell.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Whitespace-separated tokens of an ASCII file, made for hundreds of millions of them. */
final class EntryText {

  private static final int LONGEST_LINE = 1 << 12;
  private static final int LONGEST_TOKEN = 64;

  private final DataFile file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] token = new byte[LONGEST_TOKEN];
  private int position;
  private int limit;
  private long line = 1;

  EntryText(DataFile file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** The number of the line that the next token is looked for in, from 1. */
  long line() {
    return line;
  }

  private int peek() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[position];
  }

  /** The rest of the current line without its end. */
  String restOfLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int next = peek();
    while (next >= 0 && next != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw file.damaged(line, "is longer than " + LONGEST_LINE + " characters");
      }
      text.append((char) next);
      position++;
      next = peek();
    }
    if (next == '\n') {
      position++;
      line++;
    }
    return text.toString().strip();
  }

  /** Skips blanks and ends of lines; false at the end of the file. */
  boolean hasMore() throws IOException {
    int next = peek();
    while (isBlank(next) || next == '\n') {
      if (next == '\n') {
        line++;
      }
      position++;
      next = peek();
    }
    return next != -1;
  }

  boolean nextIs(char expected) throws IOException {
    return peek() == expected;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** A token of the current line, read into {@link #token}; its length. */
  private int readToken(String what) throws IOException {
    int next = peek();
    while (isBlank(next)) {
      position++;
      next = peek();
    }
    int length = 0;
    while (next != -1 && next != '\n' && !isBlank(next)) {
      if (length == LONGEST_TOKEN) {
        throw file.damaged(line, what + " is longer than " + LONGEST_TOKEN + " characters");
      }
      token[length++] = (byte) next;
      position++;
      next = peek();
    }
    if (length == 0) {
      throw file.damaged(line, "ends before its " + what);
    }
    return length;
  }

  /** An integer from a smallest to a largest value. */
  long integer(String what, long smallest, long largest) throws IOException {
    int length = readToken(what);
    long value = 0;
    boolean valid = length <= 18;
    for (int i = 0; i < length && valid; i++) {
      int digit = token[i] - '0';
      valid = digit >= 0 && digit <= 9;
      value = value * 10 + digit;
    }
    if (!valid || value < smallest || value > largest) {
      throw file.damaged(
          line,
          what + " (" + text(length) + ") must be an integer from " + smallest + " to " + largest);
    }
    return value;
  }

  /** A number that a rule allows. */
  float value(Values rule) throws IOException {
    int length = readToken("value");
    double value;
    int first = token[0] - '0';
    if (length == 1 && first >= 0 && first <= 9) {
      value = first;
    } else {
      value = DecimalText.parse(text(length));
    }
    if (!rule.allows(value)) {
      throw file.damaged(line, "value (" + text(length) + ") must be " + rule.rule());
    }
    return (float) value;
  }

  /** Nothing but blanks up to the end of the line, which stays for {@link #hasMore}. */
  void endOfLine() throws IOException {
    int next = peek();
    while (isBlank(next)) {
      position++;
      next = peek();
    }
    if (next != -1 && next != '\n') {
      throw file.damaged(line, "goes on after its value: \"" + restOfLine() + "\"");
    }
  }

  private String text(int length) {
    return new String(token, 0, length, StandardCharsets.ISO_8859_1);
  }
}
