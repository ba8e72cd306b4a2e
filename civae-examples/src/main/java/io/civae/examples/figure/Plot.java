package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;

/** A rectangle of a canvas with a horizontal and a vertical axis. */
record Plot(Canvas canvas, int left, int top, int across, int down, Span x, Span y) {

  static final int TEXT_SCALE = 2;
  private static final int TICK = 6;

  double px(double value) {
    return left + x.share(value) * across;
  }

  double py(double value) {
    return top + down - y.share(value) * down;
  }

  void frame() {
    canvas.frame(left, top, across, down, 1, Ink.GREY);
  }

  /** Grid lines, ticks and their labels: below, and at the left. */
  void axes() {
    int cap = Canvas.capHeight(TEXT_SCALE);
    for (double tick : x.ticks()) {
      int at = (int) Math.round(px(tick));
      canvas.fill(at, top, 1, down, Ink.PALE);
      canvas.fill(at, top + down, 1, TICK, Ink.GREY);
      String label = Span.label(tick);
      int width = Canvas.textWidth(label, TEXT_SCALE);
      canvas.text(label, at - width / 2, top + down + TICK + 4, TEXT_SCALE, Ink.GREY);
    }
    for (double tick : y.ticks()) {
      int at = (int) Math.round(py(tick));
      canvas.fill(left, at, across, 1, Ink.PALE);
      canvas.fill(left - TICK, at, TICK, 1, Ink.GREY);
      String label = Span.label(tick);
      int width = Canvas.textWidth(label, TEXT_SCALE);
      canvas.text(label, left - TICK - 4 - width, at - cap / 2, TEXT_SCALE, Ink.GREY);
    }
    frame();
  }
}
