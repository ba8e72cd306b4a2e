package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marker and the name of each class, in as many lines as the width asks for. */
final class Legend {

  private static final int SCALE = 2;
  private static final int LINE = 28;
  private static final int MARKER = 7;
  private static final int GAP = 26;

  private final List<String> classNames;
  private final int left;
  private final int width;

  Legend(List<String> classNames, int left, int width) {
    this.classNames = classNames;
    this.left = left;
    this.width = width;
  }

  private static int entryWidth(String name) {
    return 3 * MARKER + Canvas.textWidth(name, SCALE);
  }

  /** What the widest name needs. */
  int neededWidth() {
    return left + classNames.stream().mapToInt(Legend::entryWidth).max().orElse(0);
  }

  int height() {
    return draw(null, 0);
  }

  /** Draws at a height, unless there is nothing to draw on, and returns how much it takes. */
  int draw(@Nullable Canvas canvas, int top) {
    int x = left;
    int y = top;
    for (int i = 0; i < classNames.size(); i++) {
      String name = classNames.get(i);
      int entry = entryWidth(name);
      if (x > left && x + entry > left + width) {
        x = left;
        y += LINE;
      }
      if (canvas != null) {
        int middle = y + Canvas.capHeight(SCALE) / 2;
        ClassStyle.of(i).draw(canvas, x + MARKER, middle, MARKER, 1);
        canvas.text(name, x + 3 * MARKER, y, SCALE, Ink.BLACK);
      }
      x += entry + GAP;
    }
    return y + LINE - top;
  }
}
