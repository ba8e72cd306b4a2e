package io.civae.examples.singlecell.study;

import io.civae.evaluation.ConfusionTable;
import java.util.List;
import java.util.stream.IntStream;

/** Which types are taken for which, over all trainings of a line of the table of separability. */
final class TypeConfusion {

  private final List<ConfusionTable> tables;

  private TypeConfusion(List<ConfusionTable> tables) {
    this.tables = tables;
  }

  static TypeConfusion of(SeparabilityRow row) {
    return new TypeConfusion(row.runs().stream().map(SeparabilityRun::confusion).toList());
  }

  /** The types, in the order of their numbers. */
  List<String> types() {
    return tables.get(0).classNames();
  }

  /** The test cells of a type. */
  int cells(int type) {
    return tables.get(0).size(type);
  }

  /**
   * The share of a type's test cells, of which there are some, that are taken for another, or for
   * itself.
   */
  double share(int type, int takenFor) {
    return tables.stream()
        .mapToDouble(table -> (double) table.count(type, takenFor) / table.size(type))
        .average()
        .orElseThrow();
  }

  /** The other type that cells of a type are most often taken for; itself when never for any. */
  int mostTakenFor(int type) {
    return IntStream.range(0, types().size())
        .filter(other -> other != type && share(type, other) > 0)
        .boxed()
        .max((a, b) -> Double.compare(share(type, a), share(type, b)))
        .orElse(type);
  }
}
