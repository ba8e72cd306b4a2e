package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import io.civae.testkit.SingleCells.Gene;
import io.civae.testkit.SingleCells.Trend;
import io.civae.walk.FeatureTrend;
import io.civae.walk.PopulationTrends;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A population walk inside one cell type finds the programme that the simulation put there. */
class PopulationProgrammeTest {

  private static final int PERMUTATIONS = 2_000;

  private static final SingleCells CELLS = SyntheticDatasets.singleCells(11);
  private static final LabeledDataset DATA = CELLS.logNormalized();

  /** Walked once: every test looks at the same two. */
  private static final PopulationTrends PROGRAMME = walk("type0");

  private static final PopulationTrends NO_PROGRAMME = walk("type1");

  private static PopulationTrends walk(String type) {
    CiVae ciVae = CiVae.builder().latentDim(10).backend(new FakeBackend()).seed(5).build();
    try (CiVaeModel model = ciVae.fit(DATA)) {
      return model
          .walks(DATA)
          .population(group(type, p -> p < 0.25), group(type, p -> p > 0.75))
          .points(11)
          .run();
    }
  }

  private static FeatureMatrix group(String type, DoublePredicate progress) {
    int[] chosen =
        IntStream.of(DATA.indicesOf(type))
            .filter(i -> progress.test(CELLS.cells().get(i).progress()))
            .toArray();
    return DATA.features().select(chosen);
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int r = from; r < to; r++) {
        ranks[order[r]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /** Spearman's: Pearson's correlation of ranks, ties sharing their mean rank. */
  private static double rankCorrelation(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double middle = (x.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double[] trends(PopulationTrends trends) {
    return CELLS.genes().stream().mapToDouble(g -> trends.trend(g.name()).trend()).toArray();
  }

  private static double highestByChance(double[] found, double[] truth) {
    double highest = 0;
    int[] order = IntStream.range(0, truth.length).toArray();
    for (int p = 0; p < PERMUTATIONS; p++) {
      SeededRandom.of(3, p).shuffle(order);
      double[] shuffled = IntStream.of(order).mapToDouble(i -> truth[i]).toArray();
      highest = Math.max(highest, Math.abs(rankCorrelation(found, shuffled)));
    }
    return highest;
  }

  @Test
  void trendsFollowTheTrueEffectsFarBeyondChance() {
    double[] effects = CELLS.genes().stream().mapToDouble(Gene::effect).toArray();
    double[] found = trends(PROGRAMME);
    double correlation = rankCorrelation(found, effects);
    assertThat(correlation).isGreaterThan(0.7);
    assertThat(correlation).isGreaterThan(highestByChance(found, effects) + 0.2);
  }

  /** Chance alone parts the groups of a type without the programme, and only a little. */
  @Test
  void thereIsNoProgrammeToFindInOtherTypes() {
    double inside = Arrays.stream(trends(PROGRAMME)).map(Math::abs).average().orElseThrow();
    double outside = Arrays.stream(trends(NO_PROGRAMME)).map(Math::abs).average().orElseThrow();
    assertThat(outside).isLessThan(inside / 3);
    assertThat(clear(PROGRAMME)).isGreaterThan(3 * clear(NO_PROGRAMME));
  }

  private static long clear(PopulationTrends trends) {
    return trends.ranked().stream().filter(FeatureTrend::isClear).count();
  }

  @Test
  void ranksProgrammeGenesFirstWithTheRightSign() {
    int programme = 0;
    for (FeatureTrend trend : PROGRAMME.ranked().subList(0, 20)) {
      Gene gene = CELLS.genes().get(trend.index());
      if (gene.trend() != Trend.FLAT) {
        programme++;
        assertThat(Math.signum(trend.trend())).isEqualTo(Math.signum(gene.effect()));
        assertThat(trend.isClear()).isTrue();
      }
    }
    assertThat(programme).isGreaterThanOrEqualTo(18);
    assertThat(PROGRAMME.certifiedShare()).isGreaterThan(0.9);
  }
}
