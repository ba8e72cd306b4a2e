package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import java.util.List;

/** The caption on top of a figure and the lines that explain it. */
final class Heading {

  static final int MARGIN = 18;
  private static final int CAPTION_SCALE = 3;
  private static final int TEXT_SCALE = 2;
  private static final int CAPTION_LINE = 36;
  private static final int TEXT_LINE = 24;
  private static final int GAP = 12;

  private final String caption;
  private final List<String> explanation;

  Heading(String caption, List<String> explanation) {
    this.caption = caption;
    this.explanation = List.copyOf(explanation);
  }

  /** From the top of the figure to where its content begins. */
  int height() {
    return MARGIN + CAPTION_LINE + explanation.size() * TEXT_LINE + GAP;
  }

  /** What the texts need, margins included. */
  int width() {
    int width = Canvas.textWidth(caption, CAPTION_SCALE);
    for (String line : explanation) {
      width = Math.max(width, Canvas.textWidth(line, TEXT_SCALE));
    }
    return width + 2 * MARGIN;
  }

  void draw(Canvas canvas) {
    canvas.text(caption, MARGIN, MARGIN, CAPTION_SCALE, Ink.BLACK);
    int top = MARGIN + CAPTION_LINE;
    for (String line : explanation) {
      canvas.text(line, MARGIN, top, TEXT_SCALE, Ink.GREY);
      top += TEXT_LINE;
    }
  }
}
