package io.civae.examples.singlecell.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.ObservationTransform;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountThinningTest {

  /** What one molecule counts for in a library of 5,000 scaled to 10,000. */
  private static final double UNIT = 2;

  private static float[] cell() {
    int[] counts = {0, 1, 3, 40, 500};
    float[] cell = new float[counts.length];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = (float) Math.log1p(counts[i] * UNIT);
    }
    return cell;
  }

  @Test
  void changesNothingWhenAllMoleculesAreKept() {
    float[] cell = cell();
    CountThinning.keepingAtLeast(1).apply(cell, new Random(1));
    for (int i = 0; i < cell.length; i++) {
      assertThat(cell[i]).isCloseTo(cell()[i], within(1e-6f));
    }
  }

  @Test
  void keepsTheExpectedCountsAndAddsNoGene() {
    ObservationTransform thinning = CountThinning.keepingAtLeast(0.3);
    Random random = new Random(2);
    int rounds = 20_000;
    double[] sums = new double[5];
    for (int round = 0; round < rounds; round++) {
      float[] cell = cell();
      thinning.apply(cell, random);
      for (int i = 0; i < sums.length; i++) {
        assertThat(cell[i]).isFinite().isNotNegative();
        sums[i] += Math.expm1(cell[i]) / UNIT / rounds;
      }
    }
    assertThat(sums[0]).isZero();
    assertThat(sums[1]).isCloseTo(1, within(0.03));
    assertThat(sums[2]).isCloseTo(3, within(0.06));
    assertThat(sums[3]).isCloseTo(40, within(0.3));
    assertThat(sums[4]).isCloseTo(500, within(1.0));
  }

  @Test
  void leavesACellWithoutMoleculesAlone() {
    float[] empty = new float[4];
    CountThinning.keepingAtLeast(0.5).apply(empty, new Random(3));
    assertThat(empty).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void refusesSharesThatAreNone(double least) {
    assertThatThrownBy(() -> CountThinning.keepingAtLeast(least))
        .hasMessage("least share kept (" + least + ") must be above 0 and at most 1");
  }
}
