package io.civae.examples.singlecell.read;

import io.civae.examples.singlecell.CellColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data frame of an AnnData file ({@code obs} or {@code var}): a group with an index and columns.
 * Read are columns of texts, numbers and truth values, categorical columns in the encoding of
 * AnnData 0.8 (a group) and of 0.7 (codes here, values below {@code __categories}), and nullable
 * columns (values and mask).
 */
final class H5adTable {

  private static final String OLD_CATEGORIES = "__categories";
  private static final Set<String> NULLABLE =
      Set.of("nullable-integer", "nullable-boolean", "nullable-string-array");

  private final Hdf5Part part;
  private final String indexName;
  private final Map<String, String> unread = new LinkedHashMap<>();

  private H5adTable(Hdf5Part part, String indexName) {
    this.part = part;
    this.indexName = indexName;
  }

  static H5adTable in(Hdf5Part part) throws IOException {
    if (!part.isGroup()) {
      throw part.damaged(
          "is a table of compound values, as AnnData wrote before version 0.7; write the file anew with a later version");
    }
    String index = part.text("_index");
    return new H5adTable(part, index == null ? "_index" : index);
  }

  /** The names of the rows. */
  List<String> index() throws IOException {
    return Hdf5Array.of(part.get(indexName), 1).texts();
  }

  /** The columns; those of other encodings are left out and named by {@link #unread}. */
  List<CellColumn> columns(int rows) throws IOException {
    List<CellColumn> columns = new ArrayList<>();
    for (String name : part.names()) {
      if (!name.equals(indexName) && !name.equals(OLD_CATEGORIES)) {
        CellColumn column = column(name);
        if (column != null) {
          if (column.size() != rows) {
            throw part.damaged(
                "column \"" + name + "\" has " + column.size() + " values, must have " + rows);
          }
          columns.add(column);
        }
      }
    }
    return columns;
  }

  /** Columns that were left out, each with the reason. */
  Map<String, String> unread() {
    return unread;
  }

  private @Nullable CellColumn column(String name) throws IOException {
    Hdf5Part column = part.get(name);
    if (!column.isGroup()) {
      Hdf5Part old = part.find(OLD_CATEGORIES);
      Hdf5Part categories = old == null ? null : old.find(name);
      if (categories != null) {
        return categorical(name, categories, column);
      }
      if (column.guarded(column.dataset()::getDimensionsAsLong).length != 1) {
        unread.put(name, "it is not one-dimensional");
        return null;
      }
      return CellColumn.of(name, Hdf5Array.of(column, 1).texts());
    }
    String encoding = String.valueOf(column.text("encoding-type"));
    if (encoding.equals("categorical")) {
      return categorical(name, column.get("categories"), column.get("codes"));
    }
    if (NULLABLE.contains(encoding)) {
      return masked(name, column.get("values"), column.get("mask"));
    }
    unread.put(name, "its encoding is \"" + encoding + "\"");
    return null;
  }

  private static CellColumn categorical(String name, Hdf5Part categories, Hdf5Part codePart)
      throws IOException {
    List<String> values = Hdf5Array.of(categories, 1).texts();
    double[] codes = Hdf5Array.of(codePart, 1).allNumbers();
    for (int i = 0; i < codes.length; i++) {
      if (!(codes[i] >= CellColumn.MISSING && codes[i] < values.size())) {
        throw codePart.damaged(
            "code " + i + " (" + codes[i] + ") must be from -1 to " + (values.size() - 1));
      }
    }
    return CellColumn.ofCodes(name, values, Arrays.stream(codes).mapToInt(c -> (int) c).toArray());
  }

  private static CellColumn masked(String name, Hdf5Part values, Hdf5Part mask) throws IOException {
    List<@Nullable String> texts = new ArrayList<>(Hdf5Array.of(values, 1).texts());
    List<String> missing = Hdf5Array.of(mask, 1).texts();
    if (missing.size() != texts.size()) {
      throw mask.damaged("has " + missing.size() + " values, must have " + texts.size());
    }
    for (int i = 0; i < missing.size(); i++) {
      if (missing.get(i).equalsIgnoreCase("true") || missing.get(i).equals("1")) {
        texts.set(i, null);
      }
    }
    return CellColumn.of(name, texts);
  }
}
