package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;

/** Lines of text set about a point. */
final class Lettering {

  private Lettering() {}

  static void centred(Canvas canvas, String text, double middle, int top, int scale, int color) {
    int left = (int) Math.round(middle - Canvas.textWidth(text, scale) / 2.0);
    canvas.text(text, left, top, scale, color);
  }

  static void upwardsCentred(
      Canvas canvas, String text, int left, double middle, int scale, int color) {
    int bottom = (int) Math.round(middle + Canvas.textWidth(text, scale) / 2.0);
    canvas.textUpwards(text, left, bottom, scale, color);
  }
}
