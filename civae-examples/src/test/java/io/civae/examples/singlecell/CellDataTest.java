package io.civae.examples.singlecell;

import static io.civae.examples.singlecell.AnnotatedCells.Unmatched.DROP;
import static io.civae.examples.singlecell.AnnotatedCells.Unmatched.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellDataTest {

  private static final float[][] COUNTS = {{1, 0, 2}, {0, 0, 0}, {0, 3, 0}};

  private static final CellTable ANNOTATION =
      CellTable.of(
          List.of("c2", "c0", "c1"), List.of(CellColumn.of("type", Arrays.asList("T", "B", null))));

  @Test
  void joinsAnnotationByBarcodeInTheOrderOfTheSource() throws IOException {
    AnnotatedCells joined = AnnotatedCells.join(SmallCells.of(COUNTS), ANNOTATION, REFUSE);
    assertThat(joined.cells().barcodes()).containsExactly("c0", "c1", "c2");
    assertThat(joined.cells().column("type").values()).containsExactly("B", null, "T");
    assertThat(DenseCells.of(joined)).isDeepEqualTo(COUNTS);
    assertThat(joined.droppedCells()).isZero();
    assertThat(joined.unusedRows()).isZero();
  }

  @Test
  void refusesCellsWithoutAnnotationAndSaysHowMany() {
    CellTable two = ANNOTATION.select(0, 1);
    assertThatThrownBy(() -> AnnotatedCells.join(SmallCells.of(COUNTS), two, REFUSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 of 3 cells have no annotation (the first is \"c1\")")
        .hasMessageContaining("0 of 2 annotations have no cell;");
  }

  @Test
  void dropsUnmatchedCellsWhenAskedToAndCountsThem() throws IOException {
    CellTable other =
        CellTable.of(
            List.of("c2", "x", "c0"), List.of(CellColumn.of("type", List.of("T", "U", "B"))));
    AnnotatedCells joined = AnnotatedCells.join(SmallCells.of(COUNTS), other, DROP);
    assertThat(joined.cells().column("type").values()).containsExactly("B", "T");
    assertThat(DenseCells.of(joined)).isDeepEqualTo(new float[][] {COUNTS[0], COUNTS[2]});
    assertThat(joined.droppedCells()).isEqualTo(1);
    assertThat(joined.unusedRows()).isEqualTo(1);
  }

  @Test
  void refusesAnnotationOfOtherCellsEvenWhenDropping() {
    CellTable other = CellTable.of(List.of("x", "y"), List.of());
    assertThatThrownBy(() -> AnnotatedCells.join(SmallCells.of(COUNTS), other, DROP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has none of the 3 barcodes")
        .hasMessageContaining("\"x\"")
        .hasMessageContaining("\"c0\"");
  }

  @Test
  void keepsAMatrixInMemory() throws IOException {
    CellMatrix matrix = CellMatrix.copyOf(SmallCells.of(COUNTS));
    assertThat(DenseCells.of(matrix)).isDeepEqualTo(COUNTS);
    assertThat(matrix.entries()).isEqualTo(3);
    assertThat(matrix.value(0, 2)).isEqualTo(2);
    assertThat(matrix.value(0, 1)).isZero();
    assertThatThrownBy(() -> matrix.value(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.value(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void growsAMatrixBeyondItsFirstCapacity() throws IOException {
    float[][] many = new float[300][400];
    for (int i = 0; i < many.length; i++) {
      Arrays.fill(many[i], i + 1);
    }
    CellMatrix matrix = CellMatrix.copyOf(SmallCells.of(many));
    assertThat(matrix.entries()).isEqualTo(120_000);
    assertThat(matrix.value(299, 399)).isEqualTo(300);
  }

  @Test
  void findsGenesByIdThenByName() {
    GeneList genes = GeneList.of(List.of("E1", "E2", "E3", "A"), List.of("A", "B", "B", "C"));
    assertThat(genes.find("E2")).hasValue(1);
    assertThat(genes.find("A")).hasValue(3);
    assertThat(genes.find("C")).hasValue(3);
    assertThat(genes.find("nothing")).isEmpty();
    assertThatThrownBy(() -> genes.find("B"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is the name of 2 genes; use an id: [E2, E3]");
    assertThat(genes.select(2, 0).ids()).containsExactly("E3", "E1");
  }

  @Test
  void rejectsDuplicateGenesBarcodesAndColumns() {
    assertThatThrownBy(() -> GeneList.of(List.of("a", "b", "a")))
        .hasMessageContaining("gene id \"a\" stands at 0 and at 2");
    assertThatThrownBy(() -> GeneList.of(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> CellTable.of(List.of("a", "a"), List.of()))
        .hasMessageContaining("barcode \"a\" stands at 0 and at 1");
    CellColumn column = CellColumn.of("t", List.of("x"));
    assertThatThrownBy(() -> CellTable.of(List.of("a"), List.of(column, column)))
        .hasMessageContaining("column \"t\" stands there twice");
    assertThatThrownBy(() -> CellTable.of(List.of("a", "b"), List.of(column)))
        .hasMessageContaining("column t (1 values) must have one value per cell (2)");
  }

  @Test
  void answersQuestionsAboutAColumn() {
    CellColumn column = CellColumn.of("n", Arrays.asList("2", null, "1e1", "2"));
    assertThat(column.categories()).containsExactly("2", "1e1");
    assertThat(column.numbers()).containsExactly(2, Double.NaN, 10, 2);
    assertThat(column.counts()).containsExactly(Map.entry("2", 2), Map.entry("1e1", 1));
    assertThat(column.cellsWith("2")).containsExactly(0, 3);
    assertThat(column.select(3, 1).values()).containsExactly("2", null);
    assertThatThrownBy(() -> column.cellsWith("3"))
        .hasMessageContaining("value \"3\" of n must be one of [2, 1e1]");
    assertThatThrownBy(() -> CellColumn.of("t", List.of("x")).numbers())
        .hasMessageContaining("t (\"x\") must be a number");
    assertThatThrownBy(() -> CellColumn.ofCodes("t", List.of("x"), 0, 1))
        .hasMessageContaining("codes[1] (1) of t must be from -1 to 0");
  }

  @Test
  void namesTheColumnsThereAre() {
    assertThatThrownBy(() -> ANNOTATION.column("state"))
        .hasMessageContaining("column \"state\" must be one of [type]");
  }
}
