package io.civae.examples.singlecell.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.djl.DjlBackendProvider;
import io.civae.examples.singlecell.AnnotatedCells;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.read.CellTableFile;
import io.civae.examples.singlecell.read.DelimitedMatrix;
import io.civae.examples.singlecell.read.Values;
import io.civae.examples.singlecell.statistics.RankCorrelation;
import io.civae.examples.singlecell.statistics.RankSumTest;
import io.civae.spi.SeededRandom;
import io.civae.testkit.SingleCellDesign;
import io.civae.testkit.SingleCells;
import io.civae.testkit.SyntheticDatasets;
import io.civae.walk.FeatureTrend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulated counts whose programme is known: which genes rise and fall between the two states and
 * in which order. type0 has the programme; in type1 the states differ in nothing.
 */
class SimulatedProgrammeTest {

  private static final long SEED = 11;
  private static final int PERMUTATIONS = 2_000;

  @TempDir static Path folder;
  private static SingleCells simulated;
  private static TrainedModel trained;
  private static CellWalk walk;
  private static CellWalk nothing;

  @BeforeAll
  static void trainOnce() throws IOException {
    simulated = SyntheticDatasets.singleCells(SEED);
    StudyCells cells = prepared("sharp", simulated, Optional.empty());
    trained = train(cells);
    walk = walk(trained, cells, "type0");
    nothing = walk(trained, cells, "type1");
  }

  private static StudyCells prepared(String name, SingleCells counts, Optional<String> middle)
      throws IOException {
    double half = middle.isPresent() ? 0.2 : 0;
    SimulatedFiles files =
        SimulatedFiles.write(
            Files.createDirectory(folder.resolve(name)), counts, 0.5 - half, 0.5 + half);
    CellQuestion question =
        new CellQuestion("type", "state", "NORMAL", "TUMOUR", middle, List.of("type0", "type1"));
    CellStudySettings settings =
        new CellStudySettings(
            CellRecipe::compared,
            CellRecipe::walking,
            OptionalInt.of(0),
            List.of(),
            Optional.empty(),
            1,
            SEED);
    try (CellSource cells =
        AnnotatedCells.join(
            DelimitedMatrix.open(
                files.counts(), DelimitedMatrix.Layout.CELLS_BY_GENES, Values.COUNTS),
            CellTableFile.read(files.cells()),
            AnnotatedCells.Unmatched.REFUSE)) {
      return new CellPreparation(cells, question, settings).prepare();
    }
  }

  private static TrainedModel train(StudyCells cells) throws IOException {
    return new CellTrainer(new DjlBackendProvider(), new PrintWriter(new StringWriter()), 1)
        .train(
            "CI-VAE",
            CellRecipe.walking()
                .seed(1)
                .epochs(CellRecipe.walkingEpochs(cells.parts().training().length)),
            cells.classes(cells.parts().training()),
            cells.classes(cells.parts().validation()));
  }

  private static CellWalk walk(TrainedModel model, StudyCells cells, String type) {
    return CellWalk.of(List.of(model.model()), cells, new WalkPair(type, type), List.of(), SEED);
  }

  @AfterAll
  static void close() {
    if (trained != null) {
      trained.close();
    }
  }

  private static double[] of(SingleCells.Trend trend) {
    return simulated.genes().stream()
        .filter(gene -> gene.trend() == trend && gene.markerOf().isEmpty())
        .mapToDouble(gene -> walk.changes().of(gene.name()).score())
        .toArray();
  }

  @Test
  void findsTheGenesOfTheProgramme() {
    assertThat(RankSumTest.of(of(SingleCells.Trend.RISING), of(SingleCells.Trend.FLAT)).auc())
        .isGreaterThan(0.97);
    assertThat(RankSumTest.of(of(SingleCells.Trend.FLAT), of(SingleCells.Trend.FALLING)).auc())
        .isGreaterThan(0.97);
  }

  /** The library's own population walk, by the model that the engine trained. */
  @Test
  void trendsOfThePopulationWalkFollowTheTrueEffectsFarBeyondChance() {
    assertThat(agreement(walk)).isGreaterThan(0.6);
    assertThat(agreement(walk)).isGreaterThan(highestByChance(walk) + 0.2);
    assertThat(Math.abs(agreement(nothing))).isLessThan(agreement(walk) / 2);
  }

  private static double agreement(CellWalk taken) {
    return RankCorrelation.of(trends(taken), effects(taken));
  }

  private static double[] trends(CellWalk taken) {
    return taken.trends().ranked().stream().mapToDouble(FeatureTrend::trend).toArray();
  }

  private static double[] effects(CellWalk taken) {
    Map<String, Double> effects =
        simulated.genes().stream()
            .collect(Collectors.toMap(SingleCells.Gene::name, SingleCells.Gene::effect));
    return taken.trends().ranked().stream()
        .mapToDouble(trend -> effects.get(trend.feature()))
        .toArray();
  }

  /** The highest of the correlations with the effects dealt to the genes anew. */
  private static double highestByChance(CellWalk taken) {
    double[] found = trends(taken);
    double[] truth = effects(taken);
    int[] order = IntStream.range(0, truth.length).toArray();
    double highest = 0;
    for (int p = 0; p < PERMUTATIONS; p++) {
      SeededRandom.of(3, p).shuffle(order);
      double[] dealt = IntStream.of(order).mapToDouble(i -> truth[i]).toArray();
      highest = Math.max(highest, Math.abs(RankCorrelation.of(found, dealt)));
    }
    return highest;
  }

  @Test
  void findsTheOrderInWhichTheyChange() {
    List<SingleCells.Gene> programme =
        simulated.genes().stream().filter(gene -> gene.halfStep().isPresent()).toList();
    double[] planted =
        programme.stream().mapToDouble(gene -> gene.halfStep().orElseThrow()).toArray();
    double[] found =
        programme.stream()
            .mapToDouble(gene -> walk.changes().of(gene.name()).trend().halfStep())
            .toArray();
    assertThat(RankCorrelation.of(planted, found)).isGreaterThan(0.5);
  }

  @Test
  void changesMoreThanWalksBetweenStatesDealtAnew() {
    assertThat(walk.states().sizePValue()).isEqualTo(1.0 / (1 + StateNull.DEALS));
    assertThat(walk.states().significantPValue()).isEqualTo(1.0 / (1 + StateNull.DEALS));
  }

  @Test
  void changesNothingWhereTheStatesDifferInNothing() {
    assertThat(nothing.states().sizePValue()).isGreaterThan(0.05);
    assertThat(nothing.changes().significant()).isLessThan(walk.changes().significant() / 4);
  }

  @Test
  void endsNearRealCellsThatNoModelSaw() {
    assertThat(walk.ends().start().correlation()).isGreaterThan(0.95);
    assertThat(walk.ends().end().correlation()).isGreaterThan(0.95);
    assertThat(walk.ends().change().correlation()).isGreaterThan(0.85);
    assertThat(walk.expression().correlation()).isGreaterThan(0.5);
  }

  @Test
  void passesNearRealCellsBetweenTheStatesWhenGenesChangeAllTheWay() throws IOException {
    SingleCells gradual =
        SyntheticDatasets.singleCells(
            SingleCellDesign.builder().switchHalfWidth(0.5).build(), SEED);
    StudyCells cells = prepared("gradual", gradual, Optional.of("BORDER"));
    try (TrainedModel model = train(cells)) {
      MiddleCheck middle = walk(model, cells, "type0").middle().orElseThrow();
      assertThat(middle.isNearer()).isTrue();
      assertThat(middle.position().low()).isGreaterThan(middle.startPosition());
      assertThat(middle.position().high()).isLessThan(middle.endPosition());
    }
  }
}
