package io.civae.examples.singlecell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One annotation of every cell, such as its type: a value per cell out of a list of categories, or
 * none. Numbers are kept as they were written. Immutable and safe to read from many threads.
 */
public final class CellColumn {

  /** The code of a cell that has no value. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> categories;
  private final int[] codes;

  private CellColumn(String name, List<String> categories, int[] codes) {
    this.name = name;
    this.categories = categories;
    this.codes = codes;
  }

  /**
   * A column of values; its categories stand in the order in which they first appear.
   *
   * @param name what the column is called
   * @param values one per cell; null where there is none
   * @return the column
   */
  public static CellColumn of(String name, List<? extends @Nullable String> values) {
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      String value = values.get(i);
      Integer next = known.size();
      codes[i] = value == null ? MISSING : known.computeIfAbsent(value, v -> next);
    }
    return new CellColumn(name, List.copyOf(known.keySet()), codes);
  }

  /**
   * A column of codes, as categorical data are stored.
   *
   * @param name what the column is called
   * @param categories the values, distinct
   * @param codes one per cell: a position in {@code categories}, or {@link #MISSING}
   * @return the column
   * @throws IllegalArgumentException if a code is out of range
   */
  public static CellColumn ofCodes(String name, List<String> categories, int... codes) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < MISSING || codes[i] >= categories.size()) {
        throw new IllegalArgumentException(
            "codes["
                + i
                + "] ("
                + codes[i]
                + ") of "
                + name
                + " must be from -1 to "
                + (categories.size() - 1));
      }
    }
    return new CellColumn(name, List.copyOf(categories), codes.clone());
  }

  /**
   * What the column is called.
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * The number of cells.
   *
   * @return at least 0
   */
  public int size() {
    return codes.length;
  }

  /**
   * The values that may occur.
   *
   * @return an immutable list
   */
  public List<String> categories() {
    return categories;
  }

  /**
   * The value of one cell.
   *
   * @param cell from 0 to {@code size() − 1}
   * @return its value, or null when it has none
   */
  public @Nullable String value(int cell) {
    return codes[cell] == MISSING ? null : categories.get(codes[cell]);
  }

  /**
   * The values of all cells.
   *
   * @return an array that belongs to the caller; null where a cell has no value
   */
  public @Nullable String[] values() {
    @Nullable String[] all = new @Nullable String[codes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = value(i);
    }
    return all;
  }

  /**
   * The values as numbers.
   *
   * @return one number per cell; NaN where a cell has no value
   * @throws IllegalArgumentException if a value is not a number; the message names it
   */
  public double[] numbers() {
    double[] parsed = new double[categories.size()];
    for (int i = 0; i < parsed.length; i++) {
      try {
        parsed[i] = Double.parseDouble(categories.get(i));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            name + " (\"" + categories.get(i) + "\") must be a number", e);
      }
    }
    double[] all = new double[codes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = codes[i] == MISSING ? Double.NaN : parsed[codes[i]];
    }
    return all;
  }

  /**
   * How many cells have each value.
   *
   * @return counts in the order of the categories, zeros included; cells without a value are left
   *     out
   */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    categories.forEach(category -> counts.put(category, 0));
    for (int code : codes) {
      if (code != MISSING) {
        counts.merge(categories.get(code), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * The column for some cells, in the given order.
   *
   * @param cells positions; one may appear more than once
   * @return a column with the same categories
   */
  public CellColumn select(int... cells) {
    int[] some = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      some[i] = codes[cells[i]];
    }
    return new CellColumn(name, categories, some);
  }

  /**
   * The positions of the cells that have a value.
   *
   * @param value one of the categories
   * @return ascending positions; empty when no cell has it
   * @throws IllegalArgumentException if it is not a category; the message lists them
   */
  public int[] cellsWith(String value) {
    int code = categories.indexOf(value);
    if (code < 0) {
      throw new IllegalArgumentException(
          "value \"" + value + "\" of " + name + " must be one of " + categories);
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == code) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
