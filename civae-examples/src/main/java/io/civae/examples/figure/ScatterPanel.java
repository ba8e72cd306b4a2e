package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One scatter plot: a square with the points of each class and the class's name among them. */
final class ScatterPanel {

  private static final int SCALE = 2;

  private final LabelledPoints points;
  private final Cloud cloud;
  private final List<String> classNames;

  ScatterPanel(LabelledPoints points, List<String> classNames) {
    this.points = points;
    this.classNames = classNames;
    cloud = Cloud.of(points);
  }

  Cloud cloud() {
    return cloud;
  }

  void drawPoints(Plot plot, double radius, double opacity) {
    for (int i : cloud.drawingOrder()) {
      ClassStyle style = ClassStyle.of(classNames.indexOf(points.label(i)));
      double near = cloud.depth(i);
      style.draw(
          plot.canvas(),
          plot.px(cloud.x(i)),
          plot.py(cloud.y(i)),
          radius * (0.6 + 0.4 * near),
          opacity * (0.45 + 0.55 * near));
    }
  }

  /** Each name on a white ground, at the point of its class that is nearest to their median. */
  void drawNames(Plot plot) {
    for (String name : classNames) {
      int[] members =
          IntStream.range(0, points.size()).filter(i -> points.label(i).equals(name)).toArray();
      if (members.length > 0) {
        double x = median(Arrays.stream(members).mapToDouble(cloud::x).toArray());
        double y = median(Arrays.stream(members).mapToDouble(cloud::y).toArray());
        int nearest = members[0];
        for (int i : members) {
          nearest = distance(i, x, y) < distance(nearest, x, y) ? i : nearest;
        }
        drawName(plot, name, plot.px(cloud.x(nearest)), plot.py(cloud.y(nearest)));
      }
    }
  }

  private double distance(int point, double x, double y) {
    return Math.hypot(cloud.x(point) - x, cloud.y(point) - y);
  }

  private static void drawName(Plot plot, String name, double x, double y) {
    int across = Canvas.textWidth(name, SCALE) + 8;
    int down = Canvas.capHeight(SCALE) + 8;
    int left = within(x - across / 2.0, plot.left(), plot.left() + plot.across() - across);
    int top = within(y - down / 2.0, plot.top(), plot.top() + plot.down() - down);
    plot.canvas().fill(left, top, across, down, Ink.WHITE);
    plot.canvas().frame(left, top, across, down, 1, Ink.GREY);
    plot.canvas().text(name, left + 4, top + 4, SCALE, Ink.BLACK);
  }

  private static int within(double at, int low, int high) {
    return (int) Math.round(Math.max(low, Math.min(high, at)));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
