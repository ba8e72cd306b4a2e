package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Marker;
import io.civae.examples.picture.Picture;
import java.util.List;

/**
 * Points in the plane coloured by class, and on top of them further points that stand out:
 * synthetic observations among real ones.
 */
public final class OverlayScatter {

  private static final int SIDE = 860;
  private static final int LINE = 28;

  private OverlayScatter() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param classNames every class, in the order of its colours
   * @param background two-dimensional points, drawn pale
   * @param overlay two-dimensional points of the same layout, drawn dark; their labels are what the
   *     legend calls them
   * @return the picture
   * @throws IllegalArgumentException if either is not two-dimensional or a label of the background
   *     is none of the classes
   */
  public static Picture draw(
      String caption,
      List<String> explanation,
      List<String> classNames,
      LabelledPoints background,
      LabelledPoints overlay) {
    if (background.dimensions() != 2 || overlay.dimensions() != 2) {
      throw new IllegalArgumentException(
          "dimensions (%d, %d) must be 2".formatted(background.dimensions(), overlay.dimensions()));
    }
    background.requireLabelsOf(classNames);
    Heading heading = new Heading(caption, explanation);
    Legend legend = new Legend(classNames, Heading.MARGIN, SIDE);
    List<String> overlaid = overlay.labels().stream().distinct().toList();
    int top = heading.height() + legend.height() + overlaid.size() * LINE + 8;
    int width = Math.max(Heading.MARGIN + SIDE, legend.neededWidth()) + Heading.MARGIN;
    for (String name : overlaid) {
      width = Math.max(width, 2 * Heading.MARGIN + 21 + Canvas.textWidth(name, 2));
    }
    Canvas canvas = new Canvas(Math.max(heading.width(), width), top + SIDE + Heading.MARGIN);
    heading.draw(canvas);
    int lineTop = heading.height() + legend.draw(canvas, heading.height());
    for (String name : overlaid) {
      int middle = lineTop + Canvas.capHeight(2) / 2;
      overlaid(canvas, overlaid.indexOf(name), Heading.MARGIN + 7, middle, 7);
      canvas.text(name, Heading.MARGIN + 21, lineTop, 2, Ink.BLACK);
      lineTop += LINE;
    }
    ScatterPanel panel = new ScatterPanel(background, classNames);
    Cloud above = Cloud.of(overlay);
    Plot plot =
        Window.around(List.of(panel.cloud(), above)).plot(canvas, Heading.MARGIN, top, SIDE);
    plot.frame();
    panel.drawPoints(plot, 2.6, 0.45);
    for (int i = 0; i < overlay.size(); i++) {
      int kind = overlaid.indexOf(overlay.label(i));
      overlaid(canvas, kind, plot.px(above.x(i)), plot.py(above.y(i)), 5);
    }
    panel.drawNames(plot);
    return canvas.picture();
  }

  /** Black with a white rim, which no class has. */
  private static void overlaid(Canvas canvas, int kind, double x, double y, double radius) {
    Marker marker = kind % 2 == 0 ? Marker.DIAMOND : Marker.TRIANGLE_DOWN;
    canvas.marker(marker, x, y, radius + 1.5, Ink.WHITE, 1);
    canvas.marker(marker, x, y, radius, Ink.BLACK, 1);
  }
}
