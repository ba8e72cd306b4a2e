package io.civae.examples.singlecell.read;

import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files beside a 10x matrix that name its genes and its cells: tab-separated, no header. */
final class NameFile {

  private static final int LONGEST_LINE = 1 << 16;

  private final DataFile file;
  private final String what;

  NameFile(DataFile file, String what) {
    this.file = file;
    this.what = what;
  }

  DataFile file() {
    return file;
  }

  /** Barcodes, of which further columns are not looked at. */
  CellTable cells() throws IOException {
    return CellTable.of(rows().stream().map(row -> row.get(0)).toList(), List.of());
  }

  /** Identifiers in the first column, names in the second, kinds of feature in the third. */
  GeneList genes() throws IOException {
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (List<String> row : rows()) {
      ids.add(row.get(0));
      names.add(row.get(row.size() > 1 ? 1 : 0));
      kinds.merge(row.size() > 2 ? row.get(2) : "", 1, Integer::sum);
    }
    if (kinds.size() > 1) {
      throw file.damaged(
          "has features of several kinds "
              + kinds
              + "; keep those of one kind, counts of genes and of other things do not add up");
    }
    return GeneList.of(ids, names);
  }

  private List<List<String>> rows() throws IOException {
    return file.read(
        in -> {
          BoundedLines lines = new BoundedLines(file, in, LONGEST_LINE);
          List<List<String>> rows = new ArrayList<>();
          Map<String, Long> lineOf = new HashMap<>();
          for (String line = lines.next(); line != null; line = lines.next()) {
            List<String> row = List.of(line.split("\t", -1));
            String key = row.get(0);
            if (key.isBlank()) {
              throw file.damaged(lines.number(), what + " must not be blank");
            }
            Long earlier = lineOf.putIfAbsent(key, lines.number());
            if (earlier != null) {
              throw file.damaged(
                  lines.number(), what + " \"" + key + "\" stands in line " + earlier + " already");
            }
            rows.add(row);
          }
          if (rows.isEmpty()) {
            throw file.damaged("has no line, must have one per " + what);
          }
          return rows;
        });
  }
}
