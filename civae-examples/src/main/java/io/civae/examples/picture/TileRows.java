package io.civae.examples.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of rows of square observations: a caption on top, a heading over each column, a label
 * at the left of each row and a note at its right. Dark on light; needs no font and no display. Not
 * thread-safe.
 */
public final class TileRows {

  private static final int MARGIN = 18;
  private static final int GAP = 6;

  /** Between groups of columns. */
  private static final int GROUP_GAP = 22;

  private static final int PIXEL_SCALE = 3;
  private static final int CAPTION_SCALE = 3;
  private static final int TEXT_SCALE = 2;
  private static final int LABEL_SCALE = 4;
  private static final int LINE = (Glyphs.HEIGHT + 3) * TEXT_SCALE;
  private static final int CAPTION_LINE = (Glyphs.HEIGHT + 3) * CAPTION_SCALE;

  private final String caption;
  private final List<String> explanation;
  private final List<List<String>> columnGroups;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String label, List<float[]> tiles, String note) {}

  /**
   * A picture without rows yet.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param columnGroups the heading of each column, in groups set apart by a wider gap
   */
  public TileRows(String caption, List<String> explanation, List<List<String>> columnGroups) {
    this.caption = caption;
    this.explanation = List.copyOf(explanation);
    this.columnGroups = columnGroups.stream().map(List::copyOf).toList();
  }

  /**
   * Adds a row.
   *
   * @param label what stands at its left
   * @param tiles an observation for each column, intensities in [0, 1] with 1 as ink; clipped
   * @param note what stands at its right, may be empty
   * @throws IllegalArgumentException if there are not as many observations as columns, or they are
   *     not square pictures of one size
   */
  public void addRow(String label, List<float[]> tiles, String note) {
    if (tiles.size() != columns()) {
      throw new IllegalArgumentException(
          "tiles has " + tiles.size() + " observations for " + columns() + " columns");
    }
    int pixels = rows.isEmpty() ? tiles.get(0).length : rows.get(0).tiles.get(0).length;
    for (float[] tile : tiles) {
      if (Tiles.side(tile.length) != Tiles.side(pixels)) {
        throw new IllegalArgumentException(
            "an observation has " + tile.length + " pixels, others have " + pixels);
      }
    }
    rows.add(new Row(label, List.copyOf(tiles), note));
  }

  private boolean hasHeadings() {
    return columnGroups.stream().flatMap(List::stream).anyMatch(heading -> !heading.isEmpty());
  }

  private int columns() {
    return columnGroups.stream().mapToInt(List::size).sum();
  }

  /**
   * Draws the picture into a PNG file, over an existing one of that name.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if there is no row
   */
  public void writePng(Path file) throws IOException {
    picture().writePng(file);
  }

  /**
   * Draws the picture.
   *
   * @return the picture
   * @throws IllegalStateException if there is no row
   */
  public Picture picture() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("no row was added");
    }
    int tile = Tiles.side(rows.get(0).tiles.get(0).length) * PIXEL_SCALE;
    int[] lefts = columnLefts(tile);
    int rightEdge = lefts[lefts.length - 1] + tile;
    int headingTop = MARGIN + CAPTION_LINE + explanation.size() * LINE + GAP;
    int firstRow = headingTop + (hasHeadings() ? LINE + GAP : GAP);
    Canvas canvas =
        new Canvas(width(rightEdge), firstRow + rows.size() * (tile + GAP) + MARGIN - GAP);
    drawTexts(canvas, lefts, tile, headingTop);
    for (int i = 0; i < rows.size(); i++) {
      drawRow(canvas, rows.get(i), lefts, tile, firstRow + i * (tile + GAP));
    }
    return canvas.picture();
  }

  private int[] columnLefts(int tile) {
    int labels = rows.stream().mapToInt(row -> Glyphs.width(row.label)).max().orElse(0);
    int left = MARGIN + labels * LABEL_SCALE + GROUP_GAP;
    int[] lefts = new int[columns()];
    int column = 0;
    for (List<String> group : columnGroups) {
      for (int i = 0; i < group.size(); i++) {
        lefts[column++] = left;
        left += tile + GAP;
      }
      left += GROUP_GAP - GAP;
    }
    return lefts;
  }

  private int width(int rightEdge) {
    int notes = rows.stream().mapToInt(row -> Glyphs.width(row.note)).max().orElse(0);
    int width = rightEdge + (notes == 0 ? 0 : 2 * GAP + notes * TEXT_SCALE);
    width = Math.max(width, MARGIN + Glyphs.width(caption) * CAPTION_SCALE);
    for (String line : explanation) {
      width = Math.max(width, MARGIN + Glyphs.width(line) * TEXT_SCALE);
    }
    return width + MARGIN;
  }

  private void drawTexts(Canvas canvas, int[] lefts, int tile, int headingTop) {
    canvas.text(caption, MARGIN, MARGIN, CAPTION_SCALE, Ink.BLACK);
    int top = MARGIN + CAPTION_LINE;
    for (String line : explanation) {
      canvas.text(line, MARGIN, top, TEXT_SCALE, Ink.GREY);
      top += LINE;
    }
    int column = 0;
    for (List<String> group : columnGroups) {
      for (String heading : group) {
        int width = Glyphs.width(heading) * TEXT_SCALE;
        int left = lefts[column++] + Math.max(0, (tile - width) / 2);
        canvas.text(heading, left, headingTop, TEXT_SCALE, Ink.GREY);
      }
    }
  }

  private static void drawRow(Canvas canvas, Row row, int[] lefts, int tile, int top) {
    int labelTop = top + (tile - Glyphs.CAP_HEIGHT * LABEL_SCALE) / 2;
    canvas.text(row.label, MARGIN, labelTop, LABEL_SCALE, Ink.BLACK);
    for (int column = 0; column < lefts.length; column++) {
      Tiles.draw(canvas, row.tiles.get(column), lefts[column], top, PIXEL_SCALE);
    }
    int noteTop = top + (tile - Glyphs.CAP_HEIGHT * TEXT_SCALE) / 2;
    int noteLeft = lefts[lefts.length - 1] + tile + 2 * GAP;
    canvas.text(row.note, noteLeft, noteTop, TEXT_SCALE, Ink.GREY);
  }
}
