package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.FeatureTrend;
import io.civae.walk.PopulationTrends;
import io.civae.walk.PopulationWalk;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Population walks of a model whose latents are its observations. */
class PopulationWalkTest {

  private static final int A = 40;
  private static final int B = 31;

  private final TrainedModel model =
      HandMadeModels.identity(0, List.of("left", "right"), new float[][] {{-1, 0}, {1, 0}}, 0, 0);

  private final float[][] from = group(1, A, -9, 2);
  private final float[][] to = group(2, B, -5, 2);

  @AfterEach
  void closeModel() {
    model.close();
  }

  private static float[][] group(int seed, int size, double x, double y) {
    Random random = new Random(seed);
    float[][] rows = new float[size][];
    for (int i = 0; i < size; i++) {
      rows[i] =
          new float[] {
            (float) (x + random.nextGaussian()), (float) (y + 3 * random.nextGaussian())
          };
    }
    return rows;
  }

  private PopulationWalk walk() {
    return model.walks().population(FeatureMatrix.of(from), FeatureMatrix.of(to)).points(5);
  }

  @Test
  void sumsUpEveryStepOverAllPairs() {
    PopulationTrends trends = walk().run();
    assertThat(trends.points()).isEqualTo(5);
    assertThat(trends.pairs()).isEqualTo(A * B);
    for (int step = 0; step < 5; step++) {
      double t = step / 4.0;
      double[] values = new double[A * B];
      for (int p = 0; p < values.length; p++) {
        values[p] = (1 - t) * from[p / B][1] + t * to[p % B][1];
      }
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (A * B);
      Arrays.sort(values);
      double median = (values[A * B / 2 - 1] + values[A * B / 2]) / 2;
      assertThat((double) trends.mean()[step][1]).isCloseTo(mean, within(1e-5));
      assertThat((double) trends.median()[step][1]).isCloseTo(median, within(1e-5));
      assertThat((double) trends.spread()[step][1]).isCloseTo(Math.sqrt(variance), within(1e-5));
    }
  }

  private static double mean(float[][] rows, int f) {
    return Arrays.stream(rows).mapToDouble(row -> row[f]).average().orElseThrow();
  }

  private static double variance(float[][] rows, int f) {
    double mean = mean(rows, f);
    return Arrays.stream(rows).mapToDouble(row -> Math.pow(row[f] - mean, 2)).sum() / rows.length;
  }

  /** On straight walks the slope is the difference of the means, with a known standard error. */
  @Test
  void ranksFeaturesByTheirChangeWithIntervals() {
    PopulationTrends trends = walk().run();
    float[][] all = Arrays.copyOf(from, A + B);
    System.arraycopy(to, 0, all, A, B);
    for (int f = 0; f < 2; f++) {
      FeatureTrend trend = trends.trend("x" + f);
      double deviation = Math.sqrt(variance(all, f));
      double error = Math.sqrt(variance(from, f) / A + variance(to, f) / B) / deviation;
      assertThat(trend.index()).isEqualTo(f);
      assertThat(trend.slope()).isCloseTo(mean(to, f) - mean(from, f), within(1e-4));
      assertThat(trend.trend()).isCloseTo(trend.slope() / deviation, within(1e-5));
      assertThat((trend.high() - trend.low()) / (2 * 1.96 * error)).isBetween(0.9, 1.1);
      assertThat(trend.trend()).isBetween(trend.low(), trend.high());
    }
    assertThat(trends.ranked()).extracting(FeatureTrend::feature).containsExactly("x0", "x1");
    assertThat(trends.trend("x0").isClear()).isTrue();
    assertThat(trends.trend("x0").toString()).startsWith("x0 +1.");
    assertThatThrownBy(() -> trends.trend("zebra")).hasMessageContaining("\"zebra\"");
  }

  @Test
  void takesASampleOfPairsByItsSeed() {
    PopulationTrends some = walk().pairs(100).run();
    assertThat(some.pairs()).isEqualTo(100);
    assertThat(walk().pairs(100).run().mean()).isDeepEqualTo(some.mean());
    assertThat(walk().pairs(100).run().ranked()).isEqualTo(some.ranked());
    assertThat(walk().pairs(100).withSeed(99).run().mean()[0]).isNotEqualTo(some.mean()[0]);
    assertThat(walk().pairs(A * B - 1).run().pairs()).isEqualTo(A * B - 1);
    assertThat((double) some.mean()[4][0]).isCloseTo(mean(to, 0), within(0.5));
  }

  @Test
  void countsCertifiedPairs() {
    assertThat(walk().run().certifiedShare()).isEqualTo(1);
    assertThat(walk().along(Traversal.spherical()).run().certifiedShare()).isZero();
    float[][] across = {{-1, 0}, {1, 0}};
    PopulationTrends trends =
        model.walks().population(FeatureMatrix.of(from), FeatureMatrix.of(across)).run();
    assertThat(trends.certifiedShare()).isEqualTo(0.5);
    assertThat(trends.points()).isEqualTo(50);
  }

  @Test
  void givesNoTrendToAFeatureThatDoesNotVary() {
    float[][] still = {{1, 3}, {2, 3}};
    PopulationTrends trends =
        model.walks().population(FeatureMatrix.of(still), FeatureMatrix.of(still)).run();
    assertThat(trends.trend("x1")).isEqualTo(new FeatureTrend("x1", 1, 0, 0, 0, 0));
    assertThat(trends.trend("x0").isClear()).isFalse();
  }

  /** 2²⁵ values, 33,554,432, over the number of features, between 1,000 and 10,000 pairs. */
  @Test
  void walksFewerPairsOfWideObservationsUnlessToldTo() {
    assertThat(PopulationWalk.defaultPairs(1)).isEqualTo(10_000);
    assertThat(PopulationWalk.defaultPairs(3_355)).isEqualTo(10_000);
    assertThat(PopulationWalk.defaultPairs(3_356)).isEqualTo(9_998);
    assertThat(PopulationWalk.defaultPairs(20_000)).isEqualTo(1_677);
    assertThat(PopulationWalk.defaultPairs(33_554)).isEqualTo(1_000);
    assertThat(PopulationWalk.defaultPairs(Integer.MAX_VALUE)).isEqualTo(1_000);
    assertThatThrownBy(() -> PopulationWalk.defaultPairs(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("features (0) must be at least 1");
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(2)
            .hiddenLayers(2)
            .epochs(1)
            .batchSize(2)
            .scaling(Scaling.STANDARD)
            .outputActivation(OutputActivation.LINEAR)
            .config();
    try (TrainedModel genes =
        new TrainedModel(HandMadeModels.contents(config, 20_000, List.of("a")), null)) {
      FeatureMatrix cells = FeatureMatrix.of(new float[50][20_000]);
      PopulationWalk walk = genes.walks().population(cells, cells);
      assertThat(walk.toString())
          .isEqualTo("PopulationWalk[1677 of 2500 pairs, 50 points, seed 0]");
      assertThat(walk.pairs(2_000).points(9).withSeed(4).toString())
          .isEqualTo("PopulationWalk[2000 of 2500 pairs, 9 points, seed 4]");
    }
    assertThat(walk().toString()).startsWith("PopulationWalk[1240 of 1240 pairs, 5 points");
  }

  @Test
  void rejectsSettingsOutOfRange() {
    assertThatThrownBy(() -> walk().points(1)).hasMessage("points (1) must be at least 2");
    assertThatThrownBy(() -> walk().pairs(0)).hasMessage("pairs (0) must be at least 1");
  }

  @Test
  void findsTheMedianOfAnyValues() {
    Random random = new Random(8);
    for (int trial = 0; trial < 300; trial++) {
      float[] values = new float[1 + random.nextInt(30)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(1 + trial % 20) - 5;
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      float expected = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
      assertThat(Median.of(values)).isEqualTo(expected);
    }
  }
}
