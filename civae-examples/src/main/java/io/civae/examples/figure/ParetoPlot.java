package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Marker;
import io.civae.examples.picture.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What settings trade against each other: an error to the right, a share upwards, a third quality
 * as the size of the point. Settings of one series look alike and are joined in their order; those
 * that no other beats in both are ringed and joined too. Every point is labelled.
 */
public final class ParetoPlot {

  private static final int LEFT = 110;
  private static final int ACROSS = 900;
  private static final int DOWN = 600;
  private static final int BELOW = 76;

  /** How finely labels see the line. */
  private static final double LABEL_STEP = 6;

  private static final double SMALLEST = 5;
  private static final double LARGEST = 13;

  private ParetoPlot() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param errorName of the horizontal axis, with its unit
   * @param shareName of the vertical axis, with its unit
   * @param qualityName of what the size stands for, with its unit
   * @param points at least one
   * @return the picture
   * @throws IllegalArgumentException if there is no point or a label is wider than the plot
   */
  public static Picture draw(
      String caption,
      List<String> explanation,
      String errorName,
      String shareName,
      String qualityName,
      List<ParetoPoint> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points (0) must be at least 1");
    }
    Heading heading = new Heading(caption, explanation);
    List<String> series = points.stream().map(ParetoPoint::series).distinct().toList();
    Legend legend = new Legend(series, LEFT, ACROSS);
    int top = heading.height() + 34 + legend.height();
    String sizes = sizes(qualityName, points);
    int longest =
        points.stream().mapToInt(point -> LabelPlaces.width(point.label())).max().orElseThrow();
    if (longest > ACROSS) {
      throw new IllegalArgumentException(
          "a label is %d pixels wide, the plot %d".formatted(longest, ACROSS));
    }
    int width =
        Math.max(Math.max(LEFT + ACROSS, LEFT + Canvas.textWidth(sizes, 2)), legend.neededWidth())
            + Heading.MARGIN;
    Canvas canvas = new Canvas(Math.max(heading.width(), width), top + DOWN + BELOW);
    heading.draw(canvas);
    canvas.text(sizes, LEFT, heading.height(), 2, Ink.GREY);
    legend.draw(canvas, heading.height() + 30);
    Plot plot = plot(canvas, top, points);
    plot.axes();
    Lettering.centred(canvas, errorName, LEFT + ACROSS / 2.0, top + DOWN + 38, 2, Ink.BLACK);
    Lettering.upwardsCentred(canvas, shareName, Heading.MARGIN, top + DOWN / 2.0, 2, Ink.BLACK);
    LabelPlaces places = new LabelPlaces(plot);
    for (int i = 0; i < series.size(); i++) {
      String name = series.get(i);
      List<ParetoPoint> own = points.stream().filter(p -> p.series().equals(name)).toList();
      join(plot, own, 1, ClassStyle.of(i).color(), places);
    }
    join(plot, front(points), 2, Palette.ALARM, places);
    // Those on the front last, so that none of them is hidden.
    for (ParetoPoint point : ordered(points)) {
      double radius = radius(point, points);
      double x = plot.px(point.error());
      double y = plot.py(point.share());
      if (isOnFront(point, points)) {
        canvas.marker(Marker.DISC, x, y, radius + 5, Palette.ALARM, 1);
      }
      canvas.marker(Marker.DISC, x, y, radius + 2, Ink.WHITE, 1);
      ClassStyle.of(series.indexOf(point.series())).draw(canvas, x, y, radius, 1);
      places.avoid(x, y, radius + 5);
    }
    for (ParetoPoint point : points) {
      places.write(
          point.label(), plot.px(point.error()), plot.py(point.share()), radius(point, points));
    }
    return canvas.picture();
  }

  private static Plot plot(Canvas canvas, int top, List<ParetoPoint> points) {
    Span x =
        wide(
            points.stream().mapToDouble(ParetoPoint::error).min().orElseThrow(),
            points.stream().mapToDouble(ParetoPoint::error).max().orElseThrow());
    Span y =
        wide(
            points.stream().mapToDouble(ParetoPoint::share).min().orElseThrow(),
            points.stream().mapToDouble(ParetoPoint::share).max().orElseThrow());
    return new Plot(canvas, LEFT, top, ACROSS, DOWN, x, y);
  }

  /** With room for the largest points and for labels beside them. */
  private static Span wide(double low, double high) {
    double room = high > low ? 0.12 * (high - low) : Math.max(1e-3, 0.1 * Math.abs(low));
    return new Span(low - room, high + room, false);
  }

  private static String sizes(String qualityName, List<ParetoPoint> points) {
    double low = points.stream().mapToDouble(ParetoPoint::quality).min().orElseThrow();
    double high = points.stream().mapToDouble(ParetoPoint::quality).max().orElseThrow();
    return String.format(
        Locale.ROOT, "size of a point: %s, from %.2f to %.2f", qualityName, low, high);
  }

  /** From the smallest to the largest in proportion to the quality. */
  private static double radius(ParetoPoint point, List<ParetoPoint> points) {
    double low = points.stream().mapToDouble(ParetoPoint::quality).min().orElseThrow();
    double high = points.stream().mapToDouble(ParetoPoint::quality).max().orElseThrow();
    double share = high > low ? (point.quality() - low) / (high - low) : 0.5;
    return SMALLEST + (LARGEST - SMALLEST) * share;
  }

  private static List<ParetoPoint> ordered(List<ParetoPoint> points) {
    return points.stream().sorted(Comparator.comparing(point -> isOnFront(point, points))).toList();
  }

  private static boolean isOnFront(ParetoPoint point, List<ParetoPoint> points) {
    return points.stream().noneMatch(point::isBeatenBy);
  }

  private static List<ParetoPoint> front(List<ParetoPoint> points) {
    return points.stream()
        .filter(point -> isOnFront(point, points))
        .sorted(Comparator.comparingDouble(ParetoPoint::error))
        .toList();
  }

  /** Joins points in their order by a line that labels stay clear of. */
  private static void join(
      Plot plot, List<ParetoPoint> points, int thickness, int color, LabelPlaces places) {
    for (int i = 1; i < points.size(); i++) {
      double x = plot.px(points.get(i - 1).error());
      double y = plot.py(points.get(i - 1).share());
      double across = plot.px(points.get(i).error()) - x;
      double down = plot.py(points.get(i).share()) - y;
      plot.canvas().line(x, y, x + across, y + down, thickness, color);
      double length = Math.hypot(across, down);
      for (double along = 0; along < length; along += LABEL_STEP) {
        places.avoid(x + across * along / length, y + down * along / length, LABEL_STEP / 2);
      }
    }
  }
}
