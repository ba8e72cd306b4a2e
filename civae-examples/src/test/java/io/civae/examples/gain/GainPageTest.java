package io.civae.examples.gain;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.testkit.SyntheticDatasets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GainPageTest {

  private static final Map<Way, Double> FIRST =
      Map.of(Way.NONE, 0.5, Way.DUPLICATED, 0.6, Way.SMOTE, 0.7, Way.WALKS, 0.8);
  private static final Map<Way, Double> SECOND =
      Map.of(Way.NONE, 0.52, Way.DUPLICATED, 0.6, Way.SMOTE, 0.71, Way.WALKS, 0.82);

  private static String firstLine(List<Map<Way, Double>> splits) {
    GainSet set =
        GainSet.table(
            "drawn",
            SyntheticDatasets.imbalancedTable(new int[] {7, 6}, 3),
            GainSet.Role.CONFIRMATION);
    GainFigures figures = new GainFigures();
    for (Map<Way, Double> split : splits) {
      split.forEach(
          (way, value) -> {
            figures.add(GainFigures.Kind.NOVELTY, "drawn", Optional.empty(), way, value);
            for (User user : User.values()) {
              figures.add(GainFigures.Kind.GAIN, "drawn", Optional.of(user), way, value);
              figures.add(GainFigures.Kind.TSTR, "drawn", Optional.of(user), way, value);
            }
          });
    }
    return new GainPage(figures, List.of(set), List.of())
        .markdown()
        .lines()
        .filter(line -> line.startsWith("| drawn |"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Of two values the interval is 12.7062 (Student's t, one degree) times half their difference.
   */
  @Test
  void givesEachMeanItsOwnIntervalAndEachDifferenceItsOwn() {
    assertThat(firstLine(List.of(FIRST, SECOND)))
        .isEqualTo(
            "| drawn | 2 | 0.510 ± 0.127 | 0.600 ± 0.000 | 0.705 ± 0.064 | 0.810 ± 0.127"
                + " | +0.105 [+0.041, +0.169] | +0.300 [+0.300, +0.300] |");
  }

  @Test
  void givesNoIntervalOfASingleSplit() {
    assertThat(firstLine(List.of(FIRST)))
        .isEqualTo("| drawn | 1 | 0.500 | 0.600 | 0.700 | 0.800 | +0.100 | +0.300 |");
  }
}
