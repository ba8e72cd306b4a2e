package io.civae.examples.singlecell.study;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of annotated cells.
 *
 * @param classColumn whose values are the cell types
 * @param stateColumn whose values are the states
 * @param from the state that walks start in
 * @param to the state that walks end in, another one
 * @param middle a state between the two that no model sees; empty when there is none
 * @param pairs the walks, {@code "A>B"} or {@code "A"}; none for every type that has enough cells
 *     in both states
 */
public record CellQuestion(
    String classColumn,
    String stateColumn,
    String from,
    String to,
    Optional<String> middle,
    List<String> pairs) {

  /** Refuses states that are not different. */
  public CellQuestion {
    pairs = List.copyOf(pairs);
    if (from.equals(to)) {
      throw new IllegalArgumentException("--to (" + to + ") must be another state than --from");
    }
    if (middle.isPresent() && (middle.get().equals(from) || middle.get().equals(to))) {
      throw new IllegalArgumentException(
          "--middle (" + middle.get() + ") must be another state than --from and --to");
    }
    if (classColumn.equals(stateColumn)) {
      throw new IllegalArgumentException(
          "--state (" + stateColumn + ") must be another column than --class");
    }
  }
}
