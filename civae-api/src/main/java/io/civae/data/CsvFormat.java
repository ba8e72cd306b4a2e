package io.civae.data;

import org.jspecify.annotations.Nullable;

/**
 * How a file of comma-separated values (RFC 4180, UTF-8) is to be read: with or without a header,
 * with or without a column of labels. Every other column is a feature. Immutable.
 */
public final class CsvFormat {

  private final boolean header;
  private final char separator;
  private final @Nullable String labelName;
  private final int labelIndex;

  private CsvFormat(boolean header, char separator, @Nullable String labelName, int labelIndex) {
    this.header = header;
    this.separator = separator;
    this.labelName = labelName;
    this.labelIndex = labelIndex;
  }

  /**
   * The first row names the columns; commas separate them; there are no labels.
   *
   * @return the format
   */
  public static CsvFormat withHeader() {
    return new CsvFormat(true, ',', null, -1);
  }

  /**
   * The first row is an observation; commas separate columns; there are no labels.
   *
   * @return the format
   */
  public static CsvFormat withoutHeader() {
    return new CsvFormat(false, ',', null, -1);
  }

  /**
   * The same with another separator.
   *
   * @param character for instance a tab or a semicolon; not a quote, a line break or part of a
   *     number
   * @return the format
   * @throws IllegalArgumentException if the character cannot separate
   */
  public CsvFormat separator(char character) {
    if ("\"\r\n+-.".indexOf(character) >= 0 || Character.isLetterOrDigit(character)) {
      throw new IllegalArgumentException(
          String.format(
              "separator (U+%04X) must not be a quote, a line break or part of a number",
              (int) character));
    }
    return new CsvFormat(header, character, labelName, labelIndex);
  }

  /**
   * The same with labels in a column of that name. A blank field is an unlabelled observation.
   *
   * @param name as the header has it
   * @return the format
   * @throws IllegalStateException if the format has no header
   */
  public CsvFormat labelColumn(String name) {
    if (!header) {
      throw new IllegalStateException("labelColumn (" + name + ") needs a header; give its number");
    }
    return new CsvFormat(true, separator, name, -1);
  }

  /**
   * The same with labels in a column of that number. A blank field is an unlabelled observation.
   *
   * @param index from 0
   * @return the format
   * @throws IllegalArgumentException if the number is negative
   */
  public CsvFormat labelColumn(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("labelColumn (" + index + ") must be at least 0");
    }
    return new CsvFormat(header, separator, null, index);
  }

  boolean hasHeader() {
    return header;
  }

  char separatorCharacter() {
    return separator;
  }

  /** Empty when the column is given by number or there is none. */
  String labelName() {
    return labelName == null ? "" : labelName;
  }

  boolean hasLabelName() {
    return labelName != null;
  }

  /** −1 when the column is given by name or there is none. */
  int labelIndex() {
    return labelIndex;
  }

  @Override
  public String toString() {
    return "CsvFormat[header "
        + header
        + ", separator U+"
        + Integer.toHexString(separator)
        + ", labels "
        + (labelName == null ? Integer.toString(labelIndex) : "\"" + labelName + "\"")
        + "]";
  }
}
