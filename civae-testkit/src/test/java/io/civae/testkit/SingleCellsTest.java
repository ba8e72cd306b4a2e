package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import io.civae.testkit.SingleCells.Gene;
import io.civae.testkit.SingleCells.State;
import io.civae.testkit.SingleCells.Trend;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SingleCellsTest {

  private static final SingleCells CELLS =
      SyntheticDatasets.singleCells(
          SingleCellDesign.builder().cellTypes(3).cellsPerType(1_500).build(), 5);

  @Test
  void cellsAndGenesAreNamedAndTold() {
    SingleCells cells = SyntheticDatasets.singleCells(1);
    CiVaeAssertions.assertThat(cells.data())
        .hasSize(800)
        .hasFeatureCount(130)
        .hasClasses("type0", "type1", "type2", "type3")
        .hasClassCount("type2", 200);
    assertThat(cells.programmeTypes()).containsExactly("type0");
    for (int i = 0; i < cells.cells().size(); i++) {
      assertThat(cells.cells().get(i).type()).isEqualTo(cells.data().label(i));
    }
    assertThat(cells.genes()).extracting(Gene::name).isEqualTo(cells.data().featureNames());
    assertThat(cells.genes()).extracting(Gene::trend).filteredOn(Trend.RISING::equals).hasSize(15);
    assertThat(cells.genes()).extracting(Gene::trend).filteredOn(Trend.FALLING::equals).hasSize(15);
  }

  @Test
  void valuesAreCounts() {
    for (int i = 0; i < 100; i++) {
      for (float count : CELLS.data().observation(i)) {
        assertThat(count).isNotNegative().isEqualTo((float) Math.rint(count));
      }
    }
  }

  @Test
  void stateFollowsFromProgressAndBothEndsAreCommon() {
    assertThat(CELLS.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.progress()).isBetween(0.0, 1.0);
              assertThat(cell.state())
                  .isEqualTo(cell.progress() < 0.5 ? State.NORMAL : State.TUMOUR);
            });
    // Of sin²(πU/2), shares of U below 2/π·asin(√0.1) = 0.205, and as much at the other end.
    assertThat(share(p -> p < 0.1)).isCloseTo(0.205, within(0.03));
    assertThat(share(p -> p > 0.9)).isCloseTo(0.205, within(0.03));
  }

  private static double share(DoublePredicate predicate) {
    return CELLS.cells().stream().mapToDouble(SingleCells.Cell::progress).filter(predicate).count()
        / (double) CELLS.cells().size();
  }

  @Test
  void totalsOfCellsWithoutTheProgrammeAverageToTheirLibrarySizes() {
    int[] members = CELLS.data().indicesOf("type1");
    double total = 0;
    double expected = 0;
    for (int i : members) {
      for (float count : CELLS.data().observation(i)) {
        total += count;
      }
      expected += CELLS.cells().get(i).librarySize();
    }
    assertThat(total).isCloseTo(expected, Percentage.withPercentage(2));
  }

  @Test
  void markersStandOutInTheirType() {
    LabeledDataset data = CELLS.data();
    for (int g = 0; g < CELLS.genes().size(); g++) {
      Gene gene = CELLS.genes().get(g);
      for (String type : data.classNames()) {
        if (gene.markerOf().isPresent() && !gene.markerOf().get().equals(type)) {
          assertThat(mean(g, gene.markerOf().get(), p -> true))
              .as("%s in its type, against %s", gene.name(), type)
              .isGreaterThan(3 * mean(g, type, p -> true));
        }
      }
    }
  }

  @Test
  void programmeGenesChangeByTheirEffectInProgrammeTypesOnly() {
    for (int g = 0; g < CELLS.genes().size(); g++) {
      Gene gene = CELLS.genes().get(g);
      assertThat(logChange(g, "type0")).as(gene.name()).isCloseTo(gene.effect(), within(0.45));
      assertThat(logChange(g, "type1")).as(gene.name()).isCloseTo(0, within(0.25));
      assertThat(Math.signum(gene.effect()))
          .isEqualTo(
              switch (gene.trend()) {
                case RISING -> 1.0;
                case FALLING -> -1.0;
                case FLAT -> 0.0;
              });
    }
  }

  /** ln of the ratio of mean normalised counts at the two ends of progress. */
  private static double logChange(int gene, String type) {
    return Math.log(mean(gene, type, p -> p > 0.95) / mean(gene, type, p -> p < 0.05));
  }

  @Test
  void halfOfTheEffectIsReachedAtTheHalfStep() {
    List<Gene> genes = CELLS.genes();
    for (int g = 0; g < genes.size(); g++) {
      Gene gene = genes.get(g);
      if (gene.halfStep().isEmpty()) {
        assertThat(gene.trend()).isEqualTo(Trend.FLAT);
        continue;
      }
      double half = gene.halfStep().getAsDouble();
      double width = CELLS.design().switchHalfWidth();
      double start = mean(g, "type0", p -> p < Math.max(0.03, half - width));
      double middle = mean(g, "type0", p -> Math.abs(p - half) < 0.06);
      assertThat(Math.log(middle / start))
          .as("%s half way, at %s", gene.name(), half)
          .isCloseTo(gene.effect() / 2, within(0.45));
    }
  }

  /** The mean of count / library size · median library size. */
  private static double mean(int gene, String type, DoublePredicate progress) {
    int[] chosen =
        Arrays.stream(CELLS.data().indicesOf(type))
            .filter(i -> progress.test(CELLS.cells().get(i).progress()))
            .toArray();
    return Arrays.stream(chosen)
        .mapToDouble(
            i ->
                CELLS.data().observation(i)[gene]
                    / CELLS.cells().get(i).librarySize()
                    * CELLS.design().librarySize())
        .average()
        .orElseThrow();
  }

  @Test
  void logNormalisationTakesTheLibrarySizeOut() {
    LabeledDataset normalised = CELLS.logNormalized();
    double size = CELLS.cells().get(3).librarySize();
    float count = CELLS.data().observation(3)[7];
    assertThat((double) normalised.observation(3)[7])
        .isCloseTo(Math.log(1 + count * 5_000 / size), within(1e-6));
    assertThat(normalised.featureNames()).isEqualTo(CELLS.data().featureNames());
    assertThat(normalised.label(3)).isEqualTo(CELLS.data().label(3));
  }

  @Test
  void halfStepsAreEvenlySpreadSoThatTheOrderIsClear() {
    double[] steps =
        CELLS.genes().stream().flatMapToDouble(gene -> gene.halfStep().stream()).sorted().toArray();
    for (int i = 1; i < steps.length; i++) {
      assertThat(steps[i] - steps[i - 1]).isCloseTo(0.7 / 30, within(1e-9));
    }
  }

  @Test
  void sameSeedGivesTheSameCells() {
    SingleCellDesign design = SingleCellDesign.builder().cellsPerType(5).build();
    SingleCells once = SyntheticDatasets.singleCells(design, 3);
    SingleCells again = SyntheticDatasets.singleCells(design, 3);
    assertThat(again.cells()).isEqualTo(once.cells());
    assertThat(again.genes()).isEqualTo(once.genes());
    assertThat(again.data().features().toArray()).isDeepEqualTo(once.data().features().toArray());
    assertThat(SyntheticDatasets.singleCells(design, 4).cells()).isNotEqualTo(once.cells());
  }

  @Test
  void everyTypeMayFollowTheProgramme() {
    SingleCellDesign design =
        SingleCellDesign.builder().cellTypes(12).programmeTypes(12).cellsPerType(2).build();
    SingleCells cells = SyntheticDatasets.singleCells(design, 3);
    assertThat(cells.programmeTypes()).hasSize(12).startsWith("type0", "type1", "type2");
    assertThat(design.toBuilder().programmeTypes(0).build().cellTypes()).isEqualTo(12);
  }

  @Test
  void partsThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(
            () ->
                new SingleCells(
                    CELLS.design(), CELLS.data(), CELLS.cells().subList(0, 3), CELLS.genes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cells (3) must be as many as rows of data (4500)");
  }

  @Test
  void designNamesTheSettingThatBreaksARule() {
    SingleCellDesignBuilder builder = SingleCellDesign.builder();
    assertThatThrownBy(() -> builder.cellTypes(0)).hasMessageContaining("cellTypes (0)");
    assertThatThrownBy(() -> builder.dispersion(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dispersion (NaN) must be finite and non-negative");
    assertThatThrownBy(() -> builder.switchHalfWidth(0.6))
        .hasMessage("switchHalfWidth (0.6) must be above 0 and at most 0.5");
    assertThatThrownBy(() -> builder.programmeEffect(0))
        .hasMessageContaining("programmeEffect (0.0)");
    assertThatThrownBy(() -> builder.librarySize(-1)).hasMessageContaining("librarySize (-1.0)");
    assertThatThrownBy(() -> SingleCellDesign.builder().programmeTypes(5).build())
        .hasMessage("programmeTypes (5) must be at most cellTypes (4)");
    assertThatThrownBy(
            () ->
                SingleCellDesign.builder()
                    .markersPerType(0)
                    .risingGenes(0)
                    .fallingGenes(0)
                    .flatGenes(0)
                    .build())
        .hasMessageContaining("genes (0) must be at least 1");
  }
}
