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
 * as the size of the point. Settings that no other beats in both are joined by a line. Every point
 * is labelled.
 */
public final class ParetoPlot {

  private static final int LEFT = 110;
  private static final int ACROSS = 900;
  private static final int DOWN = 600;
  private static final int BELOW = 76;
  private static final int BEATEN = 0x0072B2;
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
    int top = heading.height() + 34;
    String sizes = sizes(qualityName, points);
    int longest =
        points.stream().mapToInt(point -> LabelPlaces.width(point.label())).max().orElseThrow();
    if (longest > ACROSS) {
      throw new IllegalArgumentException(
          "a label is %d pixels wide, the plot %d".formatted(longest, ACROSS));
    }
    int width = Math.max(LEFT + ACROSS, LEFT + Canvas.textWidth(sizes, 2)) + Heading.MARGIN;
    Canvas canvas = new Canvas(Math.max(heading.width(), width), top + DOWN + BELOW);
    heading.draw(canvas);
    canvas.text(sizes, LEFT, heading.height(), 2, Ink.GREY);
    Plot plot = plot(canvas, top, points);
    plot.axes();
    Lettering.centred(canvas, errorName, LEFT + ACROSS / 2.0, top + DOWN + 38, 2, Ink.BLACK);
    Lettering.upwardsCentred(canvas, shareName, Heading.MARGIN, top + DOWN / 2.0, 2, Ink.BLACK);
    front(plot, points);
    LabelPlaces places = new LabelPlaces(plot);
    for (ParetoPoint point : points) {
      boolean best = points.stream().noneMatch(point::isBeatenBy);
      double radius = radius(point, points);
      int color = best ? Palette.ALARM : BEATEN;
      double x = plot.px(point.error());
      double y = plot.py(point.share());
      canvas.marker(Marker.DISC, x, y, radius + 1.5, Ink.WHITE, 1);
      canvas.marker(best ? Marker.DISC : Marker.RING, x, y, radius, color, 1);
      places.avoid(x, y, radius);
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

  private static void front(Plot plot, List<ParetoPoint> points) {
    List<ParetoPoint> front =
        points.stream()
            .filter(point -> points.stream().noneMatch(point::isBeatenBy))
            .sorted(Comparator.comparingDouble(ParetoPoint::error))
            .toList();
    for (int i = 1; i < front.size(); i++) {
      ParetoPoint a = front.get(i - 1);
      ParetoPoint b = front.get(i);
      plot.canvas()
          .line(
              plot.px(a.error()),
              plot.py(a.share()),
              plot.px(b.error()),
              plot.py(b.share()),
              2,
              Palette.ALARM);
    }
  }
}
