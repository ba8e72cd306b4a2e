package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.util.List;

/**
 * The terms of the loss over the epochs: a column for each model, a row for each term, a line for
 * training and one for validation. The plots of a row have one scale, logarithmic where values
 * spread over more than a factor of ten.
 */
public final class LossCurves {

  private LossCurves() {}

  /**
   * Draws the figure.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param models from left to right, at least one
   * @return the picture
   * @throws IllegalArgumentException if there is no model, or one has no epochs
   */
  public static Picture draw(String caption, List<String> explanation, List<NamedHistory> models) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models (0) must be at least 1");
    }
    for (NamedHistory model : models) {
      if (model.history().epochs().isEmpty()) {
        throw new IllegalArgumentException("model " + model.name() + " has no epochs");
      }
    }
    Heading heading = new Heading(caption, explanation);
    Canvas canvas = new Canvas(heading.width(), heading.height());
    heading.draw(canvas);
    return canvas.picture();
  }
}
