package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Picture;
import io.civae.examples.picture.Tiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows of a square observation and, for each model, its reconstruction and the signed difference
 * (reconstruction minus observation), with a colour bar. Every difference has the same colours.
 * Intensities are in [0, 1], 1 as ink; those outside are clipped. Not thread-safe.
 */
public final class ReconstructionGrid {

  private static final int TILE_SCALE = 5;
  private static final int GAP = 12;
  private static final int GROUP_GAP = 28;
  private static final int LINE = 26;

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
    int tile = rows.get(0).side() * TILE_SCALE;
    int labels = rows.stream().mapToInt(row -> Canvas.textWidth(row.label(), 4)).max().orElse(0);
    int left = Heading.MARGIN + labels + GROUP_GAP;
    int group = 2 * tile + GAP;
    int right = left + tile + modelNames.size() * (GROUP_GAP + group);
    int top = heading.height() + 2 * LINE;
    int rowHeight = tile + LINE + GAP;
    int barTop = top + rows.size() * rowHeight + GAP;
    ColorBar bar = new ColorBar(largestDifference());
    int width = Math.max(heading.width(), Math.max(right, left + bar.width()) + Heading.MARGIN);
    Canvas canvas = new Canvas(width, barTop + bar.height() + Heading.MARGIN);
    heading.draw(canvas);
    names(canvas, left, tile);
    for (int i = 0; i < rows.size(); i++) {
      draw(canvas, rows.get(i), left, top + i * rowHeight, tile, bar);
    }
    bar.draw(canvas, left, barTop);
    return canvas.picture();
  }

  private int groupLeft(int model, int left, int tile) {
    return left + tile + GROUP_GAP + model * (2 * tile + GAP + GROUP_GAP);
  }

  private void names(Canvas canvas, int left, int tile) {
    int top = heading.height();
    Lettering.centred(canvas, "image", left + tile / 2.0, top + LINE, 2, Ink.GREY);
    for (int model = 0; model < modelNames.size(); model++) {
      int at = groupLeft(model, left, tile);
      Lettering.centred(canvas, modelNames.get(model), at + tile + GAP / 2.0, top, 2, Ink.BLACK);
      Lettering.centred(canvas, "decoded", at + tile / 2.0, top + LINE, 2, Ink.GREY);
      Lettering.centred(canvas, "minus image", at + 1.5 * tile + GAP, top + LINE, 2, Ink.GREY);
    }
  }

  private void draw(
      Canvas canvas, ReconstructionRow row, int left, int top, int tile, ColorBar bar) {
    int labelTop = top + (tile - Canvas.capHeight(4)) / 2;
    canvas.text(row.label(), Heading.MARGIN, labelTop, 4, Ink.BLACK);
    Tiles.draw(canvas, row.observation(), left, top, TILE_SCALE);
    canvas.frame(left - 1, top - 1, tile + 2, tile + 2, 1, Ink.PALE);
    for (int model = 0; model < modelNames.size(); model++) {
      int at = groupLeft(model, left, tile);
      Tiles.draw(canvas, row.reconstruction(model), at, top, TILE_SCALE);
      canvas.frame(at - 1, top - 1, tile + 2, tile + 2, 1, Ink.PALE);
      bar.drawTile(canvas, row.difference(model), at + tile + GAP, top, TILE_SCALE);
      canvas.frame(at + tile + GAP - 1, top - 1, tile + 2, tile + 2, 1, Ink.PALE);
      String error = String.format(Locale.ROOT, "squared error %.2f", row.squaredError(model));
      Lettering.centred(canvas, error, at + tile + GAP / 2.0, top + tile + 6, 2, Ink.GREY);
    }
  }

  private double largestDifference() {
    double largest = 0;
    for (ReconstructionRow row : rows) {
      for (int model = 0; model < modelNames.size(); model++) {
        for (float difference : row.difference(model)) {
          largest = Math.max(largest, Math.abs(difference));
        }
      }
    }
    return largest;
  }
}
