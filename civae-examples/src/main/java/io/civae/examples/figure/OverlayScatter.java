package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.util.List;

/**
 * Points in the plane coloured by class, and on top of them further points that stand out:
 * synthetic observations among real ones.
 */
public final class OverlayScatter {

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
    Heading heading = new Heading(caption, explanation);
    Canvas canvas = new Canvas(heading.width(), heading.height());
    heading.draw(canvas);
    return canvas.picture();
  }
}
