package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Tiles;

/** The colours of signed differences, and the bar that explains them. */
final class ColorBar {

  private static final int ACROSS = 361;
  private static final int DOWN = 18;
  private static final int SCALE = 2;
  private static final String TITLE = "decoded minus image (blue: too light, orange: too dark)";

  private final double limit;

  /** The scale ends at the first round number that is not below the largest difference. */
  ColorBar(double largest) {
    double tenths = Math.ceil(largest * 10 - 1e-9);
    limit = Math.max(0.1, tenths / 10);
  }

  double limit() {
    return limit;
  }

  void drawTile(Canvas canvas, float[] differences, int left, int top, int scale) {
    int side = Tiles.side(differences.length);
    for (int i = 0; i < differences.length; i++) {
      int color = Palette.signed(differences[i] / limit);
      canvas.fill(left + i % side * scale, top + i / side * scale, scale, scale, color);
    }
  }

  int width() {
    int last = Canvas.textWidth(Span.label(limit), SCALE) / 2 + 1;
    return Math.max(ACROSS + last, Canvas.textWidth(TITLE, SCALE));
  }

  int height() {
    return DOWN + 2 * 26;
  }

  void draw(Canvas canvas, int left, int top) {
    canvas.text(TITLE, left, top, SCALE, Ink.GREY);
    int barTop = top + 24;
    for (int x = 0; x < ACROSS; x++) {
      canvas.fill(left + x, barTop, 1, DOWN, Palette.signed(2.0 * x / (ACROSS - 1) - 1));
    }
    canvas.frame(left, barTop, ACROSS, DOWN, 1, Ink.GREY);
    double[] ticks = {-limit, -limit / 2, 0, limit / 2, limit};
    for (int i = 0; i < ticks.length; i++) {
      int x = left + i * (ACROSS - 1) / 4;
      canvas.fill(x, barTop, 1, DOWN + 4, Ink.GREY);
      Lettering.centred(canvas, Span.label(ticks[i]), x, barTop + DOWN + 8, SCALE, Ink.GREY);
    }
  }
}
