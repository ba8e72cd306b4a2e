package io.civae.examples.table;

import io.civae.examples.format.DamagedFileException;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one at a time; blank lines are no rows. */
final class CsvRows implements AutoCloseable {

  private static final int MOST_LISTED = 12;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> names;
  private @Nullable CSVRecord waiting;
  private @Nullable CSVRecord record;
  private int row;

  private CsvRows(TableSource source, CSVParser parser) throws IOException {
    this.file = source.csv();
    this.parser = parser;
    this.records = parser.iterator();
    CSVRecord first = nextRecord();
    if (first == null) {
      throw new DamagedFileException(file.toString(), "is empty");
    }
    if (source.header()) {
      names = first.toList();
      checkDistinct();
    } else {
      names = IntStream.rangeClosed(1, first.size()).mapToObj(i -> "column " + i).toList();
      waiting = first;
    }
  }

  static CsvRows open(TableSource source) throws IOException {
    Path file = source.csv();
    if (!Files.isRegularFile(file)) {
      throw Files.exists(file)
          ? new IOException(file + ": is not a regular file")
          : new DamagedFileException(
              file.toString(), "does not exist", new FileNotFoundException(file.toString()));
    }
    // A decoder of its own: it reports what is not UTF-8 instead of replacing it.
    Reader text =
        new BufferedReader(
            Channels.newReader(
                Channels.newChannel(Files.newInputStream(file)),
                StandardCharsets.UTF_8.newDecoder(),
                1 << 16));
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(source.separator()).get();
      CSVFormat skipping = format.builder().setIgnoreEmptyLines(true).get();
      return new CsvRows(source, CSVParser.builder().setReader(text).setFormat(skipping).get());
    } catch (CharacterCodingException e) {
      text.close();
      throw new DamagedFileException(file.toString(), "is not UTF-8", e);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private void checkDistinct() throws DamagedFileException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DamagedFileException(
            file.toString(), "names the column \"" + name + "\" twice; names must be distinct");
      }
    }
  }

  private @Nullable CSVRecord nextRecord() throws IOException {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      String problem =
          e.getCause() instanceof CharacterCodingException
              ? "is not UTF-8"
              : e.getCause() instanceof CSVException
                  ? "has no row from line "
                      + line
                      + " on: a field that begins with a quote must end with one, before a separator"
                      + " or the end of a line; a quote in it is written twice"
                  : "cannot be read after line "
                      + parser.getCurrentLineNumber()
                      + ": "
                      + e.getMessage();
      throw new DamagedFileException(file.toString(), problem, e);
    }
  }

  /** The header's names, or {@code column 1, column 2, …} without a header. */
  List<String> names() {
    return names;
  }

  /** Moves to the next row, which has a field for each column. */
  boolean next() throws IOException {
    record = waiting == null ? nextRecord() : waiting;
    waiting = null;
    if (record == null) {
      return false;
    }
    row = Math.addExact(row, 1);
    if (record.size() != names.size()) {
      throw new DamagedFileException(
          file.toString(),
          "row " + row + " has " + record.size() + " columns; there must be " + names.size());
    }
    return true;
  }

  /** The number of the row that was read last, from 1; the header is not counted. */
  int row() {
    return row;
  }

  String field(int column) {
    if (record == null) {
      throw new IllegalStateException("there is no row to read from");
    }
    return record.get(column);
  }

  /** What ends the first line of the file. */
  String lineEnd() {
    String first = parser.getFirstEndOfLine();
    return first == null ? "\n" : first;
  }

  static String listed(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())));
    return names.size() > MOST_LISTED
        ? "(" + shown + ", … " + names.size() + " in all)"
        : "(" + shown + ")";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
