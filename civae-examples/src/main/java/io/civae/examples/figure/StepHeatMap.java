package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Picture;
import java.util.Arrays;
import java.util.List;

/**
 * Curves over the steps of a walk as a heat map: a row for each, a column for each step. Each row
 * is scaled to its own range, blue where it is lowest and orange where it is highest, so that the
 * rows show when, not how much. A row that does not vary is white.
 */
public final class StepHeatMap {

  private static final int CELL = 14;
  private static final int ROW = 18;
  private static final int SCALE = 2;
  private static final int GAP = 10;
  private static final int BAR = 200;

  /**
   * A row.
   *
   * @param name of the curve
   * @param values at each step, finite
   */
  public record Row(String name, List<Double> values) {

    /** Copies the values. */
    public Row {
      values = List.copyOf(values);
    }
  }

  private StepHeatMap() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param startName what stands under the first step
   * @param endName what stands under the last step
   * @param rows from top to bottom, at least one, all over the same steps
   * @return the picture
   * @throws IllegalArgumentException if there is no row or they differ in length
   */
  public static Picture draw(
      String caption, List<String> explanation, String startName, String endName, List<Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows (0) must be at least 1");
    }
    int steps = rows.get(0).values().size();
    for (Row row : rows) {
      if (row.values().size() != steps) {
        throw new IllegalArgumentException(
            "row %s has %d steps, the first has %d"
                .formatted(row.name(), row.values().size(), steps));
      }
    }
    Heading heading = new Heading(caption, explanation);
    int names = rows.stream().mapToInt(row -> Canvas.textWidth(row.name(), SCALE)).max().orElse(0);
    int left = Heading.MARGIN + names + GAP;
    int across = steps * CELL;
    int ends = Canvas.textWidth(startName, SCALE) + Canvas.textWidth(endName, SCALE) + 4 * GAP;
    int top = heading.height() + 40;
    int bottom = top + rows.size() * ROW;
    Canvas canvas =
        new Canvas(
            Math.max(
                heading.width(),
                left + Math.max(Math.max(across, ends), BAR + 180) + Heading.MARGIN),
            bottom + 46);
    heading.draw(canvas);
    bar(canvas, left, heading.height());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int width = Canvas.textWidth(row.name(), SCALE);
      canvas.text(row.name(), left - GAP - width, top + i * ROW + 2, SCALE, Ink.BLACK);
      double[] shares = shares(row);
      for (int step = 0; step < steps; step++) {
        canvas.fill(left + step * CELL, top + i * ROW, CELL, ROW - 1, Palette.signed(shares[step]));
      }
    }
    canvas.frame(left - 1, top - 1, across + 2, rows.size() * ROW + 1, 1, Ink.GREY);
    canvas.text(startName, left, bottom + GAP, SCALE, Ink.GREY);
    canvas.text(
        endName,
        Math.max(
            left + across - Canvas.textWidth(endName, SCALE),
            left + Canvas.textWidth(startName, SCALE) + 4 * GAP),
        bottom + GAP,
        SCALE,
        Ink.GREY);
    return canvas.picture();
  }

  private static void bar(Canvas canvas, int left, int top) {
    canvas.text("lowest", left, top, SCALE, Ink.GREY);
    int from = left + Canvas.textWidth("lowest", SCALE) + GAP;
    for (int x = 0; x < BAR; x++) {
      canvas.fill(from + x, top, 1, Canvas.capHeight(SCALE), Palette.signed(2.0 * x / BAR - 1));
    }
    canvas.frame(from, top, BAR, Canvas.capHeight(SCALE), 1, Ink.GREY);
    canvas.text("highest", from + BAR + GAP, top, SCALE, Ink.GREY);
  }

  /** From −1 at the lowest to 1 at the highest. */
  private static double[] shares(Row row) {
    double[] values = row.values().stream().mapToDouble(Double::doubleValue).toArray();
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return Arrays.stream(values)
        .map(value -> high > low ? 2 * (value - low) / (high - low) - 1 : 0)
        .toArray();
  }
}
