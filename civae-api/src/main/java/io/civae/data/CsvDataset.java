package io.civae.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The observations of a CSV file, which may be larger than memory: the text is converted once to a
 * file of raw floats beside it, and that file is mapped.
 *
 * <p>The converted file is {@code NAME.rows} for a text {@code NAME}. It is written whole or not at
 * all and used again as long as the text has the same size and time of change and is read in the
 * same format; otherwise it is written anew. Converting takes memory for one row, for the classes'
 * names and for four bytes a row.
 */
public final class CsvDataset implements AutoCloseable {

  private final MappedFeatureMatrix matrix;
  private final LabeledDataset dataset;
  private final boolean converted;

  private CsvDataset(MappedFeatureMatrix matrix, LabeledDataset dataset, boolean converted) {
    this.matrix = matrix;
    this.dataset = dataset;
    this.converted = converted;
  }

  /**
   * Opens a file, converting it if that has not been done yet.
   *
   * @param csv the text, in UTF-8
   * @param format how to read it
   * @return the observations; close them
   * @throws DataFileException if the file cannot be read or breaks a rule, with line and column; or
   *     if the converted file cannot be written, or a file of that name is there that no conversion
   *     wrote
   */
  public static CsvDataset open(Path csv, CsvFormat format) {
    return open(csv, format, Path.of(csv + ".rows"));
  }

  /**
   * Opens a file whose conversion lies elsewhere, for instance because its own folder is read-only.
   *
   * @param csv the text, in UTF-8
   * @param format how to read it
   * @param rows where the converted file is or is to be
   * @return the observations; close them
   * @throws DataFileException as {@link #open(Path, CsvFormat)}
   */
  public static CsvDataset open(Path csv, CsvFormat format, Path rows) {
    if (!Files.isRegularFile(csv)) {
      throw new DataFileException(
          csv, Files.exists(csv) ? "is not a regular file" : "does not exist", null);
    }
    String source = source(csv, format);
    if (Files.exists(rows)) {
      // Not caught: what no conversion wrote is someone's file, and must not be overwritten.
      RowsFile file = RowsFile.open(rows);
      if (file.trailer().source().equals(source)) {
        return of(file, false);
      }
      file.matrix().close();
    }
    try {
      CsvConversion.convert(csv, format, source, rows);
    } catch (CharacterCodingException e) {
      throw new DataFileException(csv, "is not UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new DataFileException(csv, "cannot be converted: no such folder: " + rows, e);
    } catch (IOException e) {
      throw new DataFileException(csv, "cannot be converted to " + rows + ": " + e, e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DataFileException(csv, String.valueOf(e.getMessage()), e);
    }
    return of(RowsFile.open(rows), true);
  }

  private static String source(Path csv, CsvFormat format) {
    try {
      return "1 " + Files.size(csv) + " " + Files.getLastModifiedTime(csv) + " " + format;
    } catch (IOException e) {
      throw new DataFileException(csv, "cannot be read: " + e, e);
    }
  }

  private static CsvDataset of(RowsFile file, boolean converted) {
    LabeledDataset dataset = LabeledDataset.of(file.matrix(), file.labels());
    if (!file.trailer().featureNames().isEmpty()) {
      dataset = dataset.withFeatureNames(file.trailer().featureNames());
    }
    return new CsvDataset(file.matrix(), dataset, converted);
  }

  /**
   * The observations, with the header's names for the features if there is one.
   *
   * @return a dataset that can be read until this is closed
   */
  public LabeledDataset dataset() {
    return dataset;
  }

  /**
   * Whether opening had to convert the text.
   *
   * @return false when an earlier conversion was used again
   */
  public boolean wasConverted() {
    return converted;
  }

  /** Ends all use, see {@link MappedFeatureMatrix#close()}. Closing twice does nothing. */
  @Override
  public void close() {
    matrix.close();
  }
}
