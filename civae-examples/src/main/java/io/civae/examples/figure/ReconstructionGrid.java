package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import io.civae.examples.picture.Tiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a square observation and, for each model, its reconstruction and the signed difference
 * (reconstruction minus observation), with a colour bar. Every difference has the same colours.
 * Intensities are in [0, 1], 1 as ink; those outside are clipped. Not thread-safe.
 */
public final class ReconstructionGrid {

  private final Heading heading;
  private final List<String> modelNames;
  private final List<ReconstructionRow> rows = new ArrayList<>();

  /**
   * A figure without rows yet.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param modelNames from left to right, at least one
   */
  public ReconstructionGrid(String caption, List<String> explanation, List<String> modelNames) {
    heading = new Heading(caption, explanation);
    this.modelNames = List.copyOf(modelNames);
  }

  /**
   * Adds a row.
   *
   * @param label what stands at its left, for instance the class
   * @param observation a square picture; not copied
   * @param reconstructions one for each model; not copied
   * @throws IllegalArgumentException if there are not as many as models, or sizes differ or are no
   *     square
   */
  public void addRow(String label, float[] observation, List<float[]> reconstructions) {
    if (reconstructions.size() != modelNames.size()) {
      throw new IllegalArgumentException(
          "row %s has %d reconstructions for %d models"
              .formatted(label, reconstructions.size(), modelNames.size()));
    }
    int side = rows.isEmpty() ? Tiles.side(observation.length) : rows.get(0).side();
    ReconstructionRow row = ReconstructionRow.of(label, observation, reconstructions);
    if (row.side() != side) {
      throw new IllegalArgumentException(
          "row %s is %d pixels wide, others are %d".formatted(label, row.side(), side));
    }
    rows.add(row);
  }

  /**
   * Draws the figure.
   *
   * @return the picture
   * @throws IllegalStateException if there is no row
   */
  public Picture picture() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("no row was added");
    }
    Canvas canvas = new Canvas(heading.width(), heading.height());
    heading.draw(canvas);
    return canvas.picture();
  }
}
