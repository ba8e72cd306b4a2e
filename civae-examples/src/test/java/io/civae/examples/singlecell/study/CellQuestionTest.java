package io.civae.examples.singlecell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.singlecell.CellColumn;
import io.civae.examples.singlecell.CellTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellQuestionTest {

  /** 20 A normal, 15 A tumour, 20 B normal, 20 C tumour, 5 A border, 3 without a type. */
  private static CellTable cells() {
    List<@Nullable String> types = new ArrayList<>();
    List<String> states = new ArrayList<>();
    add(types, states, 20, "A", "normal");
    add(types, states, 15, "A", "tumour");
    add(types, states, 20, "B", "normal");
    add(types, states, 20, "C", "tumour");
    add(types, states, 5, "A", "border");
    add(types, states, 3, null, "normal");
    return CellTable.of(
        IntStream.range(0, types.size()).mapToObj(i -> "cell" + i).toList(),
        List.of(CellColumn.of("type", types), CellColumn.of("state", states)));
  }

  private static void add(
      List<@Nullable String> types,
      List<String> states,
      int count,
      @Nullable String type,
      String state) {
    for (int i = 0; i < count; i++) {
      types.add(type);
      states.add(state);
    }
  }

  private static CellQuestion asking(String... pairs) {
    return new CellQuestion(
        "type", "state", "normal", "tumour", Optional.of("border"), List.of(pairs));
  }

  private static WalkPlan plan(String... pairs) {
    return WalkPlan.of(CellRoles.of(cells(), asking(pairs)));
  }

  @Test
  void takesCellsWithATypeInOneOfTheStates() {
    CellRoles roles = CellRoles.of(cells(), asking());
    assertThat(roles.modelled()).hasSize(75).doesNotContain(75, 76, 80);
    assertThat(roles.taking()).hasSize(80).contains(75).doesNotContain(80);
    assertThat(roles.types()).containsExactly("A", "B", "C");
    assertThat(roles.count("A", "border")).isEqualTo(5);
  }

  @Test
  void walksWithinEveryTypeThatHasEnoughCellsInBothStates() {
    assertThat(plan().walks()).containsOnlyKeys("a").containsValue(new WalkPair("A", "A"));
    assertThat(plan("B>C").walks()).containsOnlyKeys("b-to-c");
    assertThat(plan("B>C").classOf("B")).isEqualTo("B > C").isEqualTo(plan("B>C").classOf("C"));
    assertThat(plan("B>C").classOf("A")).isEqualTo("A");
  }

  @Test
  void refusesWalksThatCannotBe() {
    assertThatThrownBy(() -> plan("C"))
        .hasMessage("--pairs (C) must have at least 10 cells of \"C\" in state normal, has 0");
    assertThatThrownBy(() -> plan("A", "A>C"))
        .hasMessage("type (A) must stand in one of --pairs only");
    assertThatThrownBy(() -> plan("D")).hasMessageContaining("there is no \"D\"");
    CellQuestion nobody =
        new CellQuestion("type", "state", "border", "tumour", Optional.empty(), List.of());
    assertThatThrownBy(() -> WalkPlan.of(CellRoles.of(cells(), nobody)))
        .hasMessageContaining("no type of type has at least 10 cells in both border and tumour");
  }

  @Test
  void refusesQuestionsThatMakeNoSense() {
    assertThatThrownBy(
            () -> new CellQuestion("type", "state", "x", "x", Optional.empty(), List.of()))
        .hasMessage("--to (x) must be another state than --from");
    assertThatThrownBy(
            () -> new CellQuestion("type", "state", "x", "y", Optional.of("y"), List.of()))
        .hasMessage("--middle (y) must be another state than --from and --to");
    assertThatThrownBy(() -> new CellQuestion("a", "a", "x", "y", Optional.empty(), List.of()))
        .hasMessage("--state (a) must be another column than --class");
    CellQuestion unknown =
        new CellQuestion("typ", "state", "normal", "tumour", Optional.empty(), List.of());
    assertThatThrownBy(() -> CellRoles.of(cells(), unknown))
        .hasMessage("--class (typ) must be one of the columns [type, state]; near: type");
    CellQuestion nowhere =
        new CellQuestion("type", "state", "normal", "tumor", Optional.empty(), List.of());
    assertThatThrownBy(() -> CellRoles.of(cells(), nowhere))
        .hasMessageContaining("--to (tumor) must be one of the values of state")
        .hasMessageEndingWith("near: tumour");
  }

  @Test
  void splitsEachTypeInEachStateOnceAndRepeatably() {
    CellRoles roles = CellRoles.of(cells(), asking());
    CellParts parts = CellParts.of(roles, 3);
    int[] all =
        Stream.of(parts.training(), parts.validation(), parts.test())
            .flatMapToInt(Arrays::stream)
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(roles.modelled());
    assertThat(roles.among(parts.test(), "A", "normal")).hasSize(4);
    assertThat(roles.among(parts.training(), "A", "normal")).hasSize(14);
    assertThat(CellParts.of(roles, 3).test()).isEqualTo(parts.test());
    assertThat(CellParts.of(roles, 4).test()).isNotEqualTo(parts.test());
    assertThat(parts.seen()).hasSize(parts.training().length + parts.validation().length);
  }
}
