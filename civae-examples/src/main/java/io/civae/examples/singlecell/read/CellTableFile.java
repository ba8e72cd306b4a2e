package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.civae.examples.singlecell.CellColumn;
import io.civae.examples.singlecell.CellTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Annotation of cells from a CSV or TSV file, plain or gzip-compressed: a header, then a row per
 * cell whose barcode stands in the column {@code barcode} or, if there is none, in the first. An
 * empty field and {@code NA} mean that the cell has no value.
 */
public final class CellTableFile {

  private static final String BARCODE = "barcode";
  private static final int LONGEST_LINE = 1 << 20;
  private static final Set<String> NO_VALUE = Set.of("", "NA");

  private CellTableFile() {}

  /**
   * Reads a file.
   *
   * @param path comma- or tab-separated; whichever its header has
   * @return its rows
   * @throws DamagedFileException if it is missing, a row is too short or too long, a barcode or a
   *     column appears twice, or there is no row; the message names the line
   * @throws IOException if it cannot be read
   */
  public static CellTable read(Path path) throws IOException {
    DataFile file = new DataFile(path);
    return file.read(in -> read(file, new BoundedLines(file, in, LONGEST_LINE)));
  }

  private static CellTable read(DataFile file, BoundedLines lines) throws IOException {
    String first = lines.next();
    if (first == null || first.isBlank()) {
      throw file.damaged(1, "must be a header with the names of the columns");
    }
    DelimitedLine format = DelimitedLine.formatOf(file, first);
    List<String> header = format.fields(first, 1);
    checkDistinct(file, header);
    int barcodeColumn = Math.max(0, header.indexOf(BARCODE));
    List<List<@Nullable String>> columns = new ArrayList<>();
    header.forEach(name -> columns.add(new ArrayList<>()));
    Map<String, Long> lineOf = new HashMap<>();
    List<String> barcodes = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isEmpty()) {
        continue;
      }
      List<String> fields = format.fields(line, lines.number());
      if (fields.size() != header.size()) {
        throw file.damaged(
            lines.number(), "has " + fields.size() + " fields, the header has " + header.size());
      }
      String barcode = fields.get(barcodeColumn);
      Long earlier = lineOf.putIfAbsent(barcode, lines.number());
      if (barcode.isBlank() || earlier != null) {
        throw file.damaged(
            lines.number(),
            "barcode \""
                + barcode
                + "\" "
                + (earlier == null
                    ? "must not be blank"
                    : "stands in line " + earlier + " already"));
      }
      barcodes.add(barcode);
      for (int i = 0; i < columns.size(); i++) {
        String field = fields.get(i);
        columns.get(i).add(NO_VALUE.contains(field) ? null : field);
      }
    }
    if (barcodes.isEmpty()) {
      throw file.damaged("has no row below its header");
    }
    List<CellColumn> annotation = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (i != barcodeColumn) {
        annotation.add(CellColumn.of(header.get(i), columns.get(i)));
      }
    }
    return CellTable.of(barcodes, annotation);
  }

  private static void checkDistinct(DataFile file, List<String> header)
      throws DamagedFileException {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        throw file.damaged(1, "column \"" + name + "\" stands there twice");
      }
    }
  }
}
