package io.civae.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingHistory;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final List<String> TEXT = List.of("an explanation");

  private static List<int[]> pixelsOf(Picture picture, int color) {
    List<int[]> found = new ArrayList<>();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.color(x, y) == color) {
          found.add(new int[] {x, y});
        }
      }
    }
    return found;
  }

  private static TrainingHistory history(double first, double last) {
    List<EpochMetrics> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= 5; epoch++) {
      double value = first + (last - first) * (epoch - 1) / 4;
      LossTerms terms = new LossTerms(value, value, value, value, 0.5);
      epochs.add(new EpochMetrics(epoch, terms, Optional.of(terms), 1e-3, 1));
    }
    return TrainingHistory.of(epochs);
  }

  @Test
  void givesBothModelsTheSameScaleOfLosses() {
    Picture picture =
        LossCurves.draw(
            "c",
            TEXT,
            List.of(
                new NamedHistory("VAE", history(8, 2)), new NamedHistory("CI-VAE", history(8, 2))));
    // The validation line lies over that of training; below the legend, one pattern, twice.
    List<int[]> left = new ArrayList<>();
    List<int[]> right = new ArrayList<>();
    for (int[] pixel : pixelsOf(picture, 0xD55E00)) {
      if (pixel[1] > 140) {
        (pixel[0] < 585 ? left : right).add(pixel);
      }
    }
    assertThat(left).hasSizeGreaterThan(500).hasSameSizeAs(right);
    for (int i = 0; i < left.size(); i++) {
      assertThat(right.get(i)[1]).isEqualTo(left.get(i)[1]);
    }
  }

  @Test
  void rejectsLossesThatCannotBeDrawn() {
    assertThatThrownBy(() -> LossCurves.draw("c", TEXT, List.of()))
        .hasMessage("models (0) must be at least 1");
    NamedHistory none = new NamedHistory("VAE", TrainingHistory.of(List.of()));
    assertThatThrownBy(() -> LossCurves.draw("c", TEXT, List.of(none)))
        .hasMessage("model VAE has no epochs");
    NamedHistory broken = new NamedHistory("VAE", history(Double.NaN, 1));
    assertThatThrownBy(() -> LossCurves.draw("c", TEXT, List.of(broken)))
        .hasMessage("model VAE: total J (NaN) must be finite");
  }

  @Test
  void putsPointsWhereTheyBelong() {
    ScatterGrid grid = new ScatterGrid("c", TEXT, List.of("one"), List.of("a", "b"));
    float[][] corners = {{0, 0}, {10, 0}, {0, 10}, {10, 10}, {10, 8}, {10, 6}};
    List<String> labels = List.of("a", "a", "a", "b", "b", "b");
    grid.addRow("row", List.of(LabelledPoints.of(corners, labels)));
    Picture picture = grid.picture();
    int legend = 125;
    List<int[]> points =
        pixelsOf(picture, Ink.mix(Ink.WHITE, Palette.color(1), 0.75)).stream()
            .filter(pixel -> pixel[1] > legend)
            .toList();
    // The middle one is under the name; the others are at the right, in the upper half.
    assertThat(points).hasSizeGreaterThan(50);
    assertThat(points).allMatch(pixel -> pixel[0] > 48 + 400 && pixel[0] < 48 + 480);
    assertThat(points).allMatch(pixel -> pixel[1] < picture.height() - 240);
  }

  @Test
  void rejectsScattersThatDoNotFit() {
    ScatterGrid grid = new ScatterGrid("c", TEXT, List.of("one", "two"), List.of("a"));
    LabelledPoints flat = LabelledPoints.of(new float[][] {{1, 2}}, List.of("a"));
    LabelledPoints deep = LabelledPoints.of(new float[][] {{1, 2, 3}}, List.of("a"));
    LabelledPoints foreign = LabelledPoints.of(new float[][] {{1, 2}}, List.of("z"));
    assertThatThrownBy(() -> grid.addRow("r", List.of(flat))).hasMessageContaining("1 plots for 2");
    assertThatThrownBy(() -> grid.addRow("r", List.of(flat, deep))).hasMessageContaining("mixes");
    assertThatThrownBy(() -> grid.addRow("r", List.of(flat, foreign)))
        .hasMessage("label (z) must be one of [a]");
    assertThatThrownBy(grid::picture).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> LabelledPoints.of(new float[][] {{1, 2}}, List.of()))
        .hasMessage("labels (0) must be as many as points (1)");
    assertThatThrownBy(() -> LabelledPoints.of(new float[][] {{Float.NaN, 2}}, List.of("a")))
        .hasMessageContaining("coordinate NaN");
    assertThatThrownBy(() -> OverlayScatter.draw("c", TEXT, List.of("a"), flat, deep))
        .hasMessage("dimensions (2, 3) must be 2");
  }

  @Test
  void drawsOverlaidPointsInBlackOnTop() {
    LabelledPoints back = LabelledPoints.of(new float[][] {{0, 0}, {4, 4}}, List.of("a", "a"));
    LabelledPoints none = LabelledPoints.of(new float[][] {{2, 1}}, List.of("x"));
    float[][] three = {{2, 1}, {1, 3}, {3, 1}};
    LabelledPoints more = LabelledPoints.of(three, Collections.nCopies(3, "x"));
    int one = pixelsOf(OverlayScatter.draw("c", TEXT, List.of("a"), back, none), 0).size();
    int all = pixelsOf(OverlayScatter.draw("c", TEXT, List.of("a"), back, more), 0).size();
    assertThat(all - one).isBetween(60, 200);
  }

  @Test
  void coloursDifferencesBySign() {
    ReconstructionGrid grid = new ReconstructionGrid("c", TEXT, List.of("VAE"));
    grid.addRow("3", new float[] {1, 0, 0.5f, 0.5f}, List.of(new float[] {0, 1, 0.5f, 0.5f}));
    Picture picture = grid.picture();
    List<int[]> below = pixelsOf(picture, Palette.signed(-1));
    List<int[]> above = pixelsOf(picture, Palette.signed(1));
    // A pixel of the difference is 5 × 5; the frame covers none; the ends of the bar add a line.
    assertThat(below.size()).isBetween(25, 50);
    assertThat(above.size()).isBetween(25, 50);
    assertThat(below.get(0)[0]).isLessThan(above.get(0)[0]);
    assertThat(below.get(0)[1]).isEqualTo(above.get(0)[1]);
    assertThatThrownBy(() -> grid.addRow("3", new float[4], List.of()))
        .hasMessage("row 3 has 0 reconstructions for 1 models");
    assertThatThrownBy(() -> grid.addRow("3", new float[4], List.of(new float[9])))
        .hasMessageContaining("a reconstruction has 9 pixels, the observation has 4");
  }

  @Test
  void framesOnlyWhatTheJudgePutsInAnotherClass() {
    assertThat(pixelsOf(walks("3"), Palette.ALARM)).isEmpty();
    assertThat(pixelsOf(walks("9"), Palette.ALARM)).hasSizeGreaterThan(400);
  }

  private static Picture walks(String verdict) {
    WalkGrid grid = new WalkGrid("c", TEXT, List.of("A", "T", "B"));
    float[] real = new float[784];
    List<float[]> points = Collections.nCopies(3, real);
    WalkRow walk = WalkRow.of("VAE", points, List.of("3", verdict, "3"));
    grid.addClass("3", real, real, List.of(walk));
    return grid.picture();
  }

  @Test
  void rejectsWalksThatDoNotFit() {
    WalkGrid grid = new WalkGrid("c", TEXT, List.of("A", "B"));
    float[] real = new float[4];
    WalkRow walk = WalkRow.of("VAE", List.of(real), List.of());
    assertThatThrownBy(() -> grid.addClass("3", real, real, List.of(walk)))
        .hasMessage("walk of VAE in class 3 has 1 points for 2 names");
    assertThatThrownBy(() -> grid.addClass("3", real, new float[9], List.of(walk)))
        .hasMessageContaining("9 pixels, others have 4");
    assertThatThrownBy(() -> WalkRow.of("VAE", List.of(real), List.of("3", "3")))
        .hasMessage("verdicts (2) must be as many as points (1)");
  }

  @Test
  void labelsEverySettingAndJoinsThoseThatNoneBeats() {
    ParetoPoint good = new ParetoPoint("α 1", "β 1", 5, 99, 1);
    ParetoPoint also = new ParetoPoint("α 1", "β 2", 4, 98, 2);
    ParetoPoint beaten = new ParetoPoint("α 2", "β 3", 6, 97, 3);
    assertThat(beaten.isBeatenBy(good)).isTrue();
    assertThat(good.isBeatenBy(also)).isFalse();
    assertThat(good.isBeatenBy(good)).isFalse();
    Picture picture = ParetoPlot.draw("c", TEXT, "e", "s", "q", List.of(good, also, beaten));
    assertThat(pixelsOf(picture, Palette.ALARM)).hasSizeGreaterThan(200);
    // The second series has one point and an entry in the legend.
    assertThat(pixelsOf(picture, Palette.color(0))).hasSizeGreaterThan(200);
    assertThat(pixelsOf(picture, Palette.color(1))).hasSizeGreaterThan(200);
    assertThatThrownBy(() -> ParetoPlot.draw("c", TEXT, "e", "s", "q", List.of()))
        .hasMessage("points (0) must be at least 1");
    assertThatThrownBy(() -> new ParetoPoint("s", "p", Double.NaN, 1, 1))
        .hasMessageContaining("error (NaN)");
  }

  @Test
  void givesRoundTicks() {
    assertThat(new Span(0, 10, false).ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(new Span(0.5, 2000, true).ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
    assertThat(Span.ofLosses(1, 5).logarithmic()).isFalse();
    assertThat(Span.ofLosses(0, 5).logarithmic()).isFalse();
    assertThat(Span.ofLosses(0.1, 5).logarithmic()).isTrue();
    assertThat(Span.label(0.25)).isEqualTo("0.25");
    assertThat(Span.label(100)).isEqualTo("100");
    assertThat(Span.around(3, 3).ticks()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void mixesSignedColoursThroughWhite() {
    assertThat(Palette.signed(0)).isEqualTo(Ink.WHITE);
    assertThat(Palette.signed(-7)).isEqualTo(Palette.signed(-1));
    assertThat(Palette.signed(1)).isNotEqualTo(Palette.signed(-1));
  }
}
