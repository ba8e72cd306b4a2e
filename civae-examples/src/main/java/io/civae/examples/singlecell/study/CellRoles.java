package io.civae.examples.singlecell.study;

import io.civae.examples.singlecell.CellColumn;
import io.civae.examples.singlecell.CellTable;
import io.civae.examples.singlecell.NearNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cells by type and state: those that models see, in the first or the second state, and those
 * between.
 */
final class CellRoles {

  private final CellTable cells;
  private final CellQuestion question;
  private final CellColumn types;
  private final CellColumn states;

  private CellRoles(CellTable cells, CellQuestion question) {
    this.cells = cells;
    this.question = question;
    types = column(cells, "--class", question.classColumn());
    states = column(cells, "--state", question.stateColumn());
    requireState("--from", question.from());
    requireState("--to", question.to());
    question.middle().ifPresent(state -> requireState("--middle", state));
  }

  /**
   * The cells of a table.
   *
   * @throws IllegalArgumentException if a column or a state does not exist
   */
  static CellRoles of(CellTable cells, CellQuestion question) {
    return new CellRoles(cells, question);
  }

  private static CellColumn column(CellTable cells, String option, String name) {
    if (!cells.columnNames().contains(name)) {
      throw new IllegalArgumentException(
          option
              + " ("
              + name
              + ") must be one of the columns "
              + cells.columnNames()
              + NearNames.hint(name, cells.columnNames()));
    }
    return cells.column(name);
  }

  private void requireState(String option, String state) {
    if (states.counts().getOrDefault(state, 0) == 0) {
      throw new IllegalArgumentException(
          option
              + " ("
              + state
              + ") must be one of the values of "
              + states.name()
              + ": "
              + states.categories()
              + NearNames.hint(state, states.categories()));
    }
  }

  CellTable cells() {
    return cells;
  }

  CellQuestion question() {
    return question;
  }

  private boolean isModelled(int cell) {
    String state = states.value(cell);
    return types.value(cell) != null
        && (question.from().equals(state) || question.to().equals(state));
  }

  private boolean isBetween(int cell) {
    String state = states.value(cell);
    return types.value(cell) != null
        && state != null
        && question.middle().equals(Optional.of(state));
  }

  /** Rows of the cells in one of the two states. */
  int[] modelled() {
    return IntStream.range(0, cells.size()).filter(this::isModelled).toArray();
  }

  /** Rows of the cells that take part at all. */
  int[] taking() {
    return IntStream.range(0, cells.size()).filter(i -> isModelled(i) || isBetween(i)).toArray();
  }

  /** The types of the cells in one of the two states, in the order of their first cell. */
  List<String> types() {
    return IntStream.of(modelled()).mapToObj(this::type).distinct().toList();
  }

  /** The type of a cell that takes part. */
  String type(int cell) {
    return Objects.requireNonNull(types.value(cell), "a cell that takes part has a type");
  }

  /** The state of a cell that takes part. */
  String state(int cell) {
    return Objects.requireNonNull(states.value(cell), "a cell that takes part has a state");
  }

  /** Those of some rows that have a type and a state. */
  int[] among(int[] rows, String type, String state) {
    return IntStream.of(rows)
        .filter(i -> type.equals(types.value(i)) && state.equals(states.value(i)))
        .toArray();
  }

  /** How many cells have a type and a state. */
  int count(String type, String state) {
    return among(IntStream.range(0, cells.size()).toArray(), type, state).length;
  }
}
