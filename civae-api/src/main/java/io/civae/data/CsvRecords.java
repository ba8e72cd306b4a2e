package io.civae.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a text of comma-separated values after RFC 4180, one at a time: fields may be in
 * quotes, which then hold separators, line breaks and doubled quotes.
 */
final class CsvRecords {

  /** Longer fields and records are no table of numbers, and would fill the memory. */
  static final int LONGEST_FIELD = 1 << 16;

  static final int MOST_FIELDS = 1 << 20;

  private static final int END = -1;

  private final Reader reader;
  private final char separator;
  private final StringBuilder field = new StringBuilder();
  private final char[] buffer = new char[1 << 13];
  private int at;
  private int filled;
  private long line = 1;
  private long recordLine = 1;

  CsvRecords(Reader reader, char separator) throws IOException {
    this.reader = reader;
    this.separator = separator;
    if (peek() == '\uFEFF') {
      at++;
    }
  }

  /** The line on which the last record began, from 1. */
  long line() {
    return recordLine;
  }

  private int peek() throws IOException {
    if (at == filled) {
      filled = Math.max(0, reader.read(buffer));
      at = 0;
    }
    return at < filled ? buffer[at] : END;
  }

  private int take() throws IOException {
    int character = peek();
    if (character != END) {
      at++;
      if (character == '\n') {
        line++;
      }
    }
    return character;
  }

  /**
   * Reads the next record into the list.
   *
   * @return whether there was one
   * @throws IllegalArgumentException if it breaks a rule; the message says where
   */
  boolean next(List<String> fields) throws IOException {
    fields.clear();
    recordLine = line;
    if (peek() == END) {
      return false;
    }
    boolean more = true;
    while (more) {
      if (fields.size() == MOST_FIELDS) {
        throw new IllegalArgumentException(
            "line " + recordLine + " has more than " + MOST_FIELDS + " columns");
      }
      field.setLength(0);
      if (peek() == '"') {
        quoted(fields.size());
      } else {
        bare(fields.size());
      }
      fields.add(field.toString());
      more = endOfField(fields.size());
    }
    return true;
  }

  /** A list to read records into. */
  static List<String> newRecord() {
    return new ArrayList<>();
  }

  private void bare(int column) throws IOException {
    while (true) {
      int character = peek();
      if (character == END || character == separator || character == '\n' || character == '\r') {
        return;
      }
      if (character == '"') {
        throw wrong(column, "has a quote in the middle; fields with quotes stand in quotes");
      }
      append(column, take());
    }
  }

  private void quoted(int column) throws IOException {
    take();
    while (true) {
      int character = take();
      if (character == END) {
        throw wrong(column, "opens a quote that is never closed");
      }
      if (character == '"') {
        if (peek() != '"') {
          return;
        }
        take();
      }
      append(column, character);
    }
  }

  private void append(int column, int character) {
    if (field.length() == LONGEST_FIELD) {
      throw wrong(column, "is longer than " + LONGEST_FIELD + " characters");
    }
    field.append((char) character);
  }

  /** Whether another field follows. */
  private boolean endOfField(int column) throws IOException {
    int character = take();
    if (character == separator) {
      return true;
    }
    if (character == '\r' && peek() == '\n') {
      take();
      return false;
    }
    if (character == '\n' || character == END) {
      return false;
    }
    throw wrong(
        column - 1,
        character == '\r'
            ? "is followed by a carriage return without a line feed"
            : "goes on after its closing quote");
  }

  private IllegalArgumentException wrong(int column, String problem) {
    return new IllegalArgumentException(
        "line " + recordLine + ", column " + (column + 1) + " " + problem);
  }
}
