package io.civae.examples.singlecell.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.examples.singlecell.SmallCells;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Golden values computed with NumPy from the published definition: normalised counts {@code N = X /
 * X.sum(1) · 10⁴}, {@code d = log(var(ddof=1) / mean)}, bins {@code linspace(min, max, 21)} of
 * {@code log1p(mean)} closed on the right, {@code (d − mean) / std(ddof=1)} within each bin, 1 for
 * a gene alone in its bin.
 */
class VariableGenesTest {

  private static final int CELLS = 12;
  private static final int GENES = 40;

  private static float[][] counts() {
    float[][] counts = new float[CELLS][GENES];
    for (int c = 0; c < CELLS; c++) {
      for (int g = 0; g < GENES; g++) {
        int value = (c * 7 + g * 13 + c * g * 5) % 17;
        counts[c][g] = g == 3 ? 0 : Math.max(0, value - 8) * (1 + g % 5);
      }
    }
    return counts;
  }

  @Test
  void agreesWithTheDefinition() {
    double[] means = new double[GENES];
    double[] variances = new double[GENES];
    float[][] counts = counts();
    for (int g = 0; g < GENES; g++) {
      double[] values = new double[CELLS];
      for (int c = 0; c < CELLS; c++) {
        double sum = 0;
        for (float count : counts[c]) {
          sum += count;
        }
        values[c] = counts[c][g] / sum * 1e4;
      }
      double mean = Arrays.stream(values).sum() / CELLS;
      means[g] = mean;
      variances[g] = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (CELLS - 1);
    }
    double[] scores = VariableGenes.normalizedDispersions(means, variances);
    int[] genes = {0, 1, 2, 7, 11, 20, 33, 39};
    double[] golden = {
      0.5442998983902215,
      0.3668877616960551,
      -1.7820528632772505,
      0.3327911600113923,
      0.4253049857307058,
      -0.06777187326642613,
      0.40882863972303696,
      -0.8553276044829653
    };
    for (int i = 0; i < genes.length; i++) {
      assertThat(scores[genes[i]]).as("gene %d", genes[i]).isCloseTo(golden[i], within(1e-9));
    }
    assertThat(scores[3]).isNaN();
  }

  @Test
  void selectsTheSameGenesFromASource() throws IOException {
    PreparedCells cells =
        PreprocessingPlan.builder().variableGenes(6).build().fit(SmallCells.of(counts()));
    assertThat(cells.preprocessing().genes().ids())
        .containsExactly("g4", "g9", "g13", "g14", "g26", "g34");
    PreparedCells all = PreprocessingPlan.builder().build().fit(SmallCells.of(counts()));
    assertThat(all.features().row(2)[5]).isEqualTo((float) 4.468283416683491);
  }

  @Test
  void givesAGeneAloneInItsBinOne() {
    double[] scores =
        VariableGenes.normalizedDispersions(new double[] {1, 1, 100}, new double[] {1, 2, 50});
    assertThat(scores[2]).isEqualTo(1);
    // Two in a bin are as far from their mean as their deviation over √2.
    assertThat(scores[0]).isCloseTo(-Math.sqrt(0.5), within(1e-12));
    assertThat(scores[1]).isCloseTo(Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void prefersTheFirstAmongEquals() {
    double[] scores = {1, Double.NaN, 2, 1, 1};
    assertThat(VariableGenes.top(scores, 2)).containsExactly(0, 2);
    assertThat(VariableGenes.top(scores, 4)).containsExactly(0, 2, 3, 4);
  }

  @Test
  void neverReturnsFewerThanAskedFor() {
    assertThatThrownBy(() -> VariableGenes.top(new double[] {1, Double.NaN}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variableGenes (2) must be from 1 to")
        .hasMessageContaining("vary, 1");
  }
}
