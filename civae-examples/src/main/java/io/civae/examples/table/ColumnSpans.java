package io.civae.examples.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Where the features of each column end in a model's list. Names alone do not say: {@code a=b} is a
 * category of a column {@code a}, or a column of numbers.
 */
final class ColumnSpans {

  private final List<ColumnSurvey> columns;
  private final List<String> features;

  ColumnSpans(List<ColumnSurvey> columns, List<String> features) {
    this.columns = columns;
    this.features = features;
  }

  /**
   * One way to deal all features to the columns, in order; one in which every column has the
   * categories that occur in it, if there is such.
   *
   * @return after how many features each column ends; empty if there is no way
   */
  Optional<int[]> ends() {
    return ends((column, known) -> column.hasOnly(known)).or(() -> ends((column, known) -> true));
  }

  private Optional<int[]> ends(BiPredicate<ColumnSurvey, List<String>> fits) {
    // For each column where it can begin. Nearly always that is one place.
    List<BitSet> begins = new ArrayList<>();
    BitSet here = new BitSet();
    here.set(0);
    for (ColumnSurvey column : columns) {
      begins.add(here);
      BitSet next = new BitSet();
      here.stream()
          .forEach(
              begin -> {
                for (int end = begin + 1; end <= longest(column, begin); end++) {
                  if (!next.get(end) && isSpan(column, begin, end, fits)) {
                    next.set(end);
                  }
                }
              });
      here = next;
    }
    if (!here.get(features.size())) {
      return Optional.empty();
    }
    int[] ends = new int[columns.size()];
    int end = features.size();
    for (int c = ends.length - 1; c >= 0; c--) {
      ends[c] = end;
      ColumnSurvey column = columns.get(c);
      int begin = begins.get(c).previousSetBit(end - 1);
      while (!(end <= longest(column, begin) && isSpan(column, begin, end, fits))) {
        begin = begins.get(c).previousSetBit(begin - 1);
      }
      end = begin;
    }
    return Optional.of(ends);
  }

  private int longest(ColumnSurvey column, int begin) {
    if (isNumber(column, begin, begin + 1)) {
      return begin + 1;
    }
    String prefix = CategoricalColumn.prefix(column.name());
    int last = Math.min(features.size(), begin + ColumnSurvey.MOST_CATEGORIES);
    int end = begin;
    while (end < last && features.get(end).startsWith(prefix)) {
      end++;
    }
    return end;
  }

  private boolean isSpan(
      ColumnSurvey column, int begin, int end, BiPredicate<ColumnSurvey, List<String>> fits) {
    return isNumber(column, begin, end) || fits.test(column, categories(column, begin, end));
  }

  /** What the features of a column of names stand for. */
  List<String> categories(ColumnSurvey column, int begin, int end) {
    int prefix = CategoricalColumn.prefix(column.name()).length();
    return features.subList(begin, end).stream().map(name -> name.substring(prefix)).toList();
  }

  /** Whether a column's only feature is the column itself. */
  boolean isNumber(ColumnSurvey column, int begin, int end) {
    return end == begin + 1 && begin < features.size() && features.get(begin).equals(column.name());
  }
}
