package io.civae.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.examples.picture.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendFigureTest {

  private static final List<String> TEXT = List.of("an explanation");

  private static int count(Picture picture, int color, int fromX, int toX) {
    int found = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = fromX; x < toX; x++) {
        found += picture.color(x, y) == color ? 1 : 0;
      }
    }
    return found;
  }

  private static StepHeatMap.Row row(String name, Double... values) {
    return new StepHeatMap.Row(name, List.of(values));
  }

  @Test
  void showsWhenARowIsLowAndWhenItIsHigh() {
    Picture rising = StepHeatMap.draw("c", TEXT, "from", "to", List.of(row("gene", 1.0, 2.0, 3.0)));
    Picture falling =
        StepHeatMap.draw("c", TEXT, "from", "to", List.of(row("gene", 30.0, 20.0, 10.0)));
    int lowest = Palette.signed(-1);
    int highest = Palette.signed(1);
    // Beside the bar's own ends: a cell of 14 by 17 for the lowest and the highest each.
    int blue = count(rising, lowest, 0, rising.width());
    assertThat(blue)
        .isGreaterThanOrEqualTo(14 * 17)
        .isEqualTo(count(falling, lowest, 0, falling.width()));
    int left = firstColumn(rising, lowest);
    assertThat(firstColumn(falling, highest)).isEqualTo(left);
    assertThat(firstColumn(rising, highest)).isGreaterThan(left);
  }

  /** The first column with at least a whole cell of a colour, below the bar. */
  private static int firstColumn(Picture picture, int color) {
    for (int x = 0; x < picture.width(); x++) {
      int found = 0;
      for (int y = 130; y < picture.height(); y++) {
        found += picture.color(x, y) == color ? 1 : 0;
      }
      if (found >= 17) {
        return x;
      }
    }
    throw new AssertionError("the colour is not there");
  }

  @Test
  void leavesARowThatDoesNotVaryWhite() {
    Picture flat = StepHeatMap.draw("c", TEXT, "from", "to", List.of(row("gene", 2.0, 2.0)));
    assertThatThrownBy(() -> firstColumn(flat, Palette.signed(-1)))
        .hasMessageContaining("not there");
  }

  @Test
  void rejectsHeatMapsThatCannotBeDrawn() {
    assertThatThrownBy(() -> StepHeatMap.draw("c", TEXT, "a", "b", List.of()))
        .hasMessage("rows (0) must be at least 1");
    assertThatThrownBy(
            () -> StepHeatMap.draw("c", TEXT, "a", "b", List.of(row("x", 1.0, 2.0), row("y", 1.0))))
        .hasMessage("row y has 1 steps, the first has 2");
  }

  private static TrendPanel panel(String name, double end) {
    return new TrendPanel(name, "note", List.of(0.0, end / 2, end), List.of(0.1, 0.2, 0.1), 0, end);
  }

  @Test
  void drawsAPlotForEachGeneWithRingsForRealCells() {
    Picture one = TrendPlots.draw("c", TEXT, List.of(panel("a", 2)));
    Picture four =
        TrendPlots.draw(
            "c", TEXT, List.of(panel("a", 2), panel("b", -1), panel("c", 0), panel("d", 9)));
    int rings = count(one, Palette.ALARM, 0, one.width());
    assertThat(rings).isPositive();
    assertThat(count(four, Palette.ALARM, 0, four.width())).isGreaterThanOrEqualTo(3 * rings);
    assertThat(four.height()).isGreaterThan(one.height());
  }

  @Test
  void rejectsCurvesThatCannotBeDrawn() {
    assertThatThrownBy(() -> TrendPlots.draw("c", TEXT, List.of()))
        .hasMessage("panels (0) must be at least 1");
    assertThatThrownBy(() -> new TrendPanel("a", "", List.of(1.0), List.of(1.0), 0, 1))
        .hasMessage("panel a has 1 means and 1 spreads; at least two and as many are needed");
  }
}
