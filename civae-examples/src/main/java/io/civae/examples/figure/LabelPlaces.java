package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds room for a label beside each point of a plot, clear of points and of other labels. */
final class LabelPlaces {

  private static final int SCALE = 2;
  private static final int GAP = 6;
  private static final int RINGS = 10;

  private final Plot plot;
  private final List<Box> taken = new ArrayList<>();

  private record Box(double left, double top, double right, double bottom) {

    double overlap(Box other) {
      double across = Math.min(right, other.right) - Math.max(left, other.left);
      double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return Math.max(0, across) * Math.max(0, down);
    }
  }

  LabelPlaces(Plot plot) {
    this.plot = plot;
  }

  static int width(String label) {
    return Canvas.textWidth(label, SCALE);
  }

  /** A point that labels stay clear of. */
  void avoid(double x, double y, double radius) {
    taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
  }

  /** Writes a label where it overlaps least, near its point first, with a thread when it is far. */
  void write(String label, double x, double y, double radius) {
    Box best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring < RINGS && least > 0; ring++) {
      for (Box box : around(width(label), x, y, radius + GAP + ring * 14)) {
        double overlap = taken.stream().mapToDouble(box::overlap).sum() + outside(box);
        if (overlap < least) {
          least = overlap;
          best = box;
        }
      }
    }
    Box at = inside(Objects.requireNonNull(best, "a label has places to be tried"));
    taken.add(at);
    double middle = (at.top + at.bottom) / 2;
    double side = x < at.left ? at.left - 2 : x > at.right ? at.right + 2 : x;
    if (Math.hypot(side - x, middle - y) > radius + 20) {
      plot.canvas().line(x, y, side, middle < y ? at.bottom + 1 : at.top - 1, 1, Ink.GREY);
    }
    plot.canvas()
        .text(label, (int) Math.round(at.left), (int) Math.round(at.top), SCALE, Ink.BLACK);
  }

  /** Right, left, above and below, and the corners between. */
  private static List<Box> around(int width, double x, double y, double far) {
    int height = Canvas.capHeight(SCALE) + 2 * SCALE;
    double beside = y - height / 2.0;
    double centred = x - width / 2.0;
    List<Box> boxes = new ArrayList<>();
    double[][] corners = {
      {x + far, beside},
      {x - far - width, beside},
      {centred, y - far - height},
      {centred, y + far},
      {x + far, y - far - height},
      {x + far, y + far},
      {x - far - width, y - far - height},
      {x - far - width, y + far}
    };
    for (double[] corner : corners) {
      boxes.add(new Box(corner[0], corner[1], corner[0] + width, corner[1] + height));
    }
    return boxes;
  }

  /** How much of a box lies outside of the plot. */
  private double outside(Box box) {
    Box frame =
        new Box(plot.left(), plot.top(), plot.left() + plot.across(), plot.top() + plot.down());
    double area = (box.right - box.left) * (box.bottom - box.top);
    return 10 * (area - box.overlap(frame));
  }

  private Box inside(Box box) {
    double left =
        Math.max(
            plot.left(), Math.min(box.left, plot.left() + plot.across() - (box.right - box.left)));
    double top =
        Math.max(plot.top(), Math.min(box.top, plot.top() + plot.down() - (box.bottom - box.top)));
    return new Box(left, top, left + box.right - box.left, top + box.bottom - box.top);
  }
}
