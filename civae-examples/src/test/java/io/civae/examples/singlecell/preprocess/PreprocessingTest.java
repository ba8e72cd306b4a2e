package io.civae.examples.singlecell.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import io.civae.examples.singlecell.CellColumn;
import io.civae.examples.singlecell.SmallCells;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  /** The last two genes are mitochondrial. */
  private static final List<String> GENES = List.of("A", "B", "C", "MT-X", "mt-y");

  private static final float[][] COUNTS = {
    {4, 0, 4, 1, 1}, {1, 1, 0, 8, 0}, {0, 0, 0, 0, 7}, {2, 2, 0, 0, 0}
  };

  private static SmallCells source() {
    return SmallCells.of(
        GENES,
        COUNTS,
        CellColumn.of("type", Arrays.asList("T", "B", "T", null)),
        CellColumn.of("total", List.of("20", "10", "10", "8")));
  }

  private static double[] numbers(PreparedCells cells, String step) {
    return cells.preprocessing().steps().stream()
        .filter(s -> s.name().equals(step))
        .findFirst()
        .orElseThrow()
        .numbers()
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  @Test
  void scalesEachCellToTheTargetSumAndTakesLogarithms() throws IOException {
    PreparedCells cells = PreprocessingPlan.builder().targetSum(100).build().fit(source());
    // Cell 0 sums to 10, so 4 becomes 40.
    assertThat(cells.features().row(0)[0]).isEqualTo((float) Math.log(41));
    assertThat(cells.features().row(0)[1]).isZero();
    assertThat(cells.features().row(3)[1]).isEqualTo((float) Math.log(51));
    assertThat(cells.librarySizes()).containsExactly(10, 10, 7, 4);
    assertThat(numbers(cells, "normalize")).containsExactly(100);
  }

  @Test
  void scalesToTenThousandUnlessToldOtherwise() throws IOException {
    PreparedCells cells = PreprocessingPlan.builder().logarithms(false).build().fit(source());
    assertThat(cells.features().row(0)).containsExactly(4000, 0, 4000, 1000, 1000);
  }

  @Test
  void scalesToTheMedianOfTheCellsKept() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder().medianTargetSum().logarithms(false).build().fit(source());
    // Sums 10, 10, 7, 4.
    assertThat(cells.preprocessing().targetSum()).contains(8.5);
    assertThat(cells.features().row(3)[0]).isEqualTo(4.25f);
  }

  @Test
  void takesLibrarySizesFromAColumn() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder()
            .librarySizeColumn("total")
            .targetSum(100)
            .logarithms(false)
            .build()
            .fit(source());
    assertThat(cells.features().row(0)[0]).isEqualTo(20);
    assertThat(cells.librarySizes()).containsExactly(20, 10, 10, 8);
  }

  @Test
  void leavesValuesAsTheyAreWhenAskedTo() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder().withoutNormalization().logarithms(false).build().fit(source());
    assertThat(cells.features().toArray()).isDeepEqualTo(COUNTS);
    assertThat(cells.preprocessing().targetSum()).isEmpty();
  }

  @Test
  void filtersCellsByGenesAndMitochondrialShareAndRecordsIt() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder()
            .minGenesPerCell(2)
            .maxMitochondrialShare(0.2)
            .withoutNormalization()
            .logarithms(false)
            .build()
            .fit(source());
    // Cell 1 has 8 of 10 in mitochondria, cell 2 a single gene; cell 0 has exactly the share
    // allowed.
    assertThat(cells.cells().barcodes()).containsExactly("c0", "c3");
    assertThat(cells.features().toArray()).isDeepEqualTo(new float[][] {COUNTS[0], COUNTS[3]});
    assertThat(numbers(cells, "filterCells")).containsExactly(2, 0.2, 4, 2);
  }

  @Test
  void filtersGenesByTheCellsKeptButKeepsNamedOnes() throws IOException {
    PreprocessingPlan.Builder plan =
        PreprocessingPlan.builder().minGenesPerCell(2).minCellsPerGene(2);
    PreparedCells cells = plan.build().fit(source());
    // Cells 0, 1, 3 are kept: A in 3, B in 2, C in 1, MT-X in 2, mt-y in 1.
    assertThat(cells.preprocessing().genes().ids()).containsExactly("A", "B", "MT-X");
    assertThat(numbers(cells, "filterGenes")).containsExactly(2, 5, 3);
    // The library size still counts all genes.
    assertThat(cells.librarySizes()).containsExactly(10, 10, 4);
    PreparedCells named = plan.keepGenes(List.of("C")).build().fit(source());
    assertThat(named.preprocessing().genes().ids()).containsExactly("A", "B", "C", "MT-X");
  }

  @Test
  void takesValuesBackToCounts() throws IOException {
    PreparedCells cells = PreprocessingPlan.builder().build().fit(source());
    double[] sizes = cells.librarySizes();
    for (int cell = 0; cell < COUNTS.length; cell++) {
      float[] row = cells.features().row(cell);
      for (int gene = 0; gene < row.length; gene++) {
        assertThat(cells.preprocessing().inverse(row[gene], sizes[cell]))
            .isCloseTo(COUNTS[cell][gene], within(1e-5));
      }
    }
  }

  @Test
  void appliesTheRecordToNewCellsWithGenesInAnotherOrder() throws IOException {
    Preprocessing record =
        PreprocessingPlan.builder().keepGenes(List.of("B")).build().fit(source()).preprocessing();
    SmallCells shuffled =
        SmallCells.of(
            List.of("mt-y", "other", "C", "MT-X", "A", "B"), new float[][] {{1, 0, 4, 1, 4, 0}});
    PreparedCells applied = record.apply(shuffled);
    assertThat(applied.features().row(0))
        .containsExactly(PreprocessingPlan.builder().build().fit(source()).features().row(0));
    assertThat(applied.preprocessing()).isSameAs(record);
  }

  @Test
  void namesTheGenesThatNewCellsLack() throws IOException {
    Preprocessing record = PreprocessingPlan.builder().build().fit(source()).preprocessing();
    assertThatThrownBy(() -> record.apply(SmallCells.of(List.of("A", "B"), new float[][] {{1, 2}})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 of 5 genes are missing among the 2")
        .hasMessageContaining("[C, MT-X, mt-y]");
  }

  @Test
  void survivesJson() throws IOException {
    Preprocessing record =
        PreprocessingPlan.builder()
            .librarySizeColumn("total")
            .minGenesPerCell(2)
            .targetSum(123.456)
            .build()
            .fit(source())
            .preprocessing();
    Preprocessing read = Preprocessing.fromJson(record.toJson());
    assertThat(read.toJson()).isEqualTo(record.toJson());
    assertThat(read.genes().ids()).isEqualTo(record.genes().ids());
    assertThat(read.steps()).isEqualTo(record.steps());
    assertThat(read.targetSum()).contains(123.456);
    assertThat(read.librarySizeColumn()).contains("total");
    assertThat(read.takesLogarithms()).isTrue();
    assertThat(read.apply(source()).features().row(1))
        .containsExactly(record.apply(source()).features().row(1));
  }

  @Test
  void rejectsJsonThatIsNoRecord() throws IOException {
    String json = PreprocessingPlan.builder().build().fit(source()).preprocessing().toJson();
    String[][] changes = {
      {"\"version\": 1", "\"version\": 2", "version (2.0) must be 1"},
      {"\"targetSum\": 10000.0,", "\"targetSum\": -1,", "targetSum (-1.0) must be finite"},
      {"\"logarithms\": true", "\"logarithms\": 1", "logarithms (1) must be true or false"},
      {"\"genes\": [", "\"gene\": [", "must have \"genes\""},
      {"\"id\": \"B\"", "\"id\": \"A\"", "ids must be unique"},
      {"{", "", "preprocessing"},
    };
    for (String[] change : changes) {
      String changed = json.replaceFirst(Pattern.quote(change[0]), change[1]);
      assertThat(changed).isNotEqualTo(json);
      assertThatThrownBy(() -> Preprocessing.fromJson(changed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(change[2]);
    }
  }

  @Test
  void makesADatasetWithLabelsAndNames() throws IOException {
    LabeledDataset data = PreprocessingPlan.builder().build().fit(source()).dataset("type");
    assertThat(data.classNames()).containsExactly("B", "T");
    assertThat(data.label(3)).isNull();
    assertThat(data.featureNames()).isEqualTo(GENES);
  }

  @Test
  void rejectsSettingsOutOfRange() {
    PreprocessingPlan.Builder plan = PreprocessingPlan.builder();
    assertThatThrownBy(() -> plan.targetSum(Double.NaN))
        .hasMessageContaining("targetSum (NaN) must be finite and positive");
    assertThatThrownBy(() -> plan.maxMitochondrialShare(1.5))
        .hasMessageContaining("maxMitochondrialShare (1.5) must be from 0 to 1");
    assertThatThrownBy(() -> plan.minGenesPerCell(-1))
        .hasMessageContaining("minGenesPerCell (-1) must be at least 0");
  }

  @Test
  void rejectsFiltersThatKeepNothing() {
    assertThatThrownBy(() -> PreprocessingPlan.builder().minGenesPerCell(9).build().fit(source()))
        .hasMessageContaining("minGenesPerCell 9")
        .hasMessageContaining("must keep at least one of 4 cells");
    assertThatThrownBy(() -> PreprocessingPlan.builder().minCellsPerGene(9).build().fit(source()))
        .hasMessageContaining("minCellsPerGene (9) must keep at least one of 5 genes");
  }

  @Test
  void rejectsAMitochondrialShareWithoutMitochondrialGenes() {
    assertThatThrownBy(
            () ->
                PreprocessingPlan.builder()
                    .maxMitochondrialShare(0.1)
                    .build()
                    .fit(SmallCells.of(COUNTS)))
        .hasMessageContaining("maxMitochondrialShare (0.1) must be 1 for a source without");
  }

  @Test
  void rejectsCellsWithoutCountsAndGenesThatDoNotExist() {
    SmallCells empty = SmallCells.of(new float[][] {{1, 2}, {0, 0}});
    assertThatThrownBy(() -> PreprocessingPlan.builder().build().fit(empty))
        .hasMessageContaining("library size (0.0) of cell c1 must be finite and positive");
    assertThatThrownBy(
            () -> PreprocessingPlan.builder().keepGenes(List.of("Z")).build().fit(source()))
        .hasMessageContaining("gene to keep (Z)");
  }

  @Test
  void rejectsValuesWithoutALogarithm() {
    SmallCells negative = SmallCells.of(new float[][] {{1, -2}, {1, 1}});
    assertThatThrownBy(
            () -> PreprocessingPlan.builder().withoutNormalization().build().fit(negative))
        .hasMessageContaining("value (-2.0) of gene g1 in cell c0 must have a finite transform");
  }
}
