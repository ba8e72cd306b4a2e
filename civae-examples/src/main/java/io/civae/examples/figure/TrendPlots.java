package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Marker;
import io.civae.examples.picture.Picture;
import java.util.List;

/**
 * Curves of genes along a walk, a plot for each with a scale of its own: the mean as a line, the
 * spread over the walks as a band, the means of real cells as rings at both ends.
 */
public final class TrendPlots {

  private static final int COLUMNS = 3;
  private static final int ACROSS = 300;
  private static final int DOWN = 170;
  private static final int LEFT = 96;
  private static final int ABOVE = 52;
  private static final int BELOW = 40;
  private static final int SCALE = Plot.TEXT_SCALE;
  private static final int LINE = 0x0072B2;
  private static final int BAND = 0xC9DFEE;

  private TrendPlots() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param panels at least one, all over as many steps
   * @return the picture
   * @throws IllegalArgumentException if there is no panel
   */
  public static Picture draw(String caption, List<String> explanation, List<TrendPanel> panels) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("panels (0) must be at least 1");
    }
    Heading heading = new Heading(caption, explanation);
    int columns = Math.min(COLUMNS, panels.size());
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    Canvas canvas =
        new Canvas(
            Math.max(heading.width(), columns * (LEFT + ACROSS) + 2 * Heading.MARGIN),
            heading.height() + rows * (ABOVE + DOWN + BELOW) + Heading.MARGIN);
    heading.draw(canvas);
    for (int i = 0; i < panels.size(); i++) {
      int left = LEFT + i % COLUMNS * (LEFT + ACROSS);
      int top = heading.height() + ABOVE + i / COLUMNS * (ABOVE + DOWN + BELOW);
      draw(canvas, panels.get(i), left, top);
    }
    return canvas.picture();
  }

  private static void draw(Canvas canvas, TrendPanel panel, int left, int top) {
    int last = panel.mean().size() - 1;
    Span steps = new Span(0, last, false);
    Plot plot =
        new Plot(canvas, left, top, ACROSS, DOWN, steps, Span.around(panel.low(), panel.high()));
    canvas.text(panel.name(), left, top - ABOVE + 6, SCALE, Ink.BLACK);
    canvas.text(panel.note(), left, top - ABOVE + 28, SCALE, Ink.GREY);
    for (int x = 1; x < ACROSS - 1; x++) {
      double at = (double) x / (ACROSS - 1) * last;
      double mean = between(panel.mean(), at);
      double spread = between(panel.spread(), at);
      int upper = (int) Math.round(plot.py(mean + spread));
      int lower = (int) Math.round(plot.py(mean - spread));
      canvas.fill(left + x, upper, 1, Math.max(1, lower - upper), BAND);
    }
    plot.axes();
    for (int i = 0; i < last; i++) {
      canvas.line(
          plot.px(i),
          plot.py(panel.mean().get(i)),
          plot.px(i + 1.0),
          plot.py(panel.mean().get(i + 1)),
          3,
          LINE);
    }
    canvas.marker(Marker.RING, plot.px(0), plot.py(panel.realStart()), 6, Palette.ALARM, 1);
    canvas.marker(Marker.RING, plot.px(last), plot.py(panel.realEnd()), 6, Palette.ALARM, 1);
  }

  private static double between(List<Double> values, double at) {
    int before = Math.min((int) at, values.size() - 2);
    double share = at - before;
    return (1 - share) * values.get(before) + share * values.get(before + 1);
  }
}
