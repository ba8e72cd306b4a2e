package io.civae.examples.picture;

import java.util.Arrays;

/**
 * White paper to draw a picture on, pixel by pixel and without any font of the machine. Coordinates
 * are pixels from the top left; the centre of the first pixel is (0, 0). Colours are {@link Ink}
 * values. Drawing outside of the paper is an error, so that nothing is cut off unseen. Not
 * thread-safe.
 */
public final class Canvas {

  private final int width;
  private final int height;
  private final int[] pixels;

  /**
   * A blank canvas.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @throws IllegalArgumentException if either is below 1
   */
  public Canvas(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "size (" + width + " × " + height + ") must be at least 1 × 1");
    }
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    Arrays.fill(pixels, Ink.WHITE);
  }

  /**
   * The width.
   *
   * @return in pixels
   */
  public int width() {
    return width;
  }

  /**
   * The height.
   *
   * @return in pixels
   */
  public int height() {
    return height;
  }

  /**
   * Fills a rectangle.
   *
   * @param left its first column
   * @param top its first row
   * @param across how many columns
   * @param down how many rows
   * @param color what with
   */
  public void fill(int left, int top, int across, int down, int color) {
    for (int y = top; y < top + down; y++) {
      for (int x = left; x < left + across; x++) {
        pixels[at(x, y)] = color;
      }
    }
  }

  /**
   * Draws the edge of a rectangle, inside of it.
   *
   * @param left its first column
   * @param top its first row
   * @param across how many columns
   * @param down how many rows
   * @param thickness of the edge
   * @param color what with
   */
  public void frame(int left, int top, int across, int down, int thickness, int color) {
    fill(left, top, across, thickness, color);
    fill(left, top + down - thickness, across, thickness, color);
    fill(left, top, thickness, down, color);
    fill(left + across - thickness, top, thickness, down, color);
  }

  /**
   * Draws a straight line with smooth edges.
   *
   * @param x0 where from
   * @param y0 where from
   * @param x1 where to
   * @param y1 where to
   * @param thickness in pixels
   * @param color what with
   */
  public void line(double x0, double y0, double x1, double y1, double thickness, int color) {
    double reach = thickness / 2 + 0.5;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    for (int y = (int) Math.ceil(Math.min(y0, y1) - reach); y <= Math.max(y0, y1) + reach; y++) {
      for (int x = (int) Math.ceil(Math.min(x0, x1) - reach); x <= Math.max(x0, x1) + reach; x++) {
        double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
        double nearest = Math.min(1, Math.max(0, along));
        double off = Math.hypot(x - x0 - nearest * dx, y - y0 - nearest * dy);
        blend(x, y, color, reach - off);
      }
    }
  }

  /**
   * Draws a marker with smooth edges.
   *
   * @param marker its shape
   * @param x its centre
   * @param y its centre
   * @param radius half its size in pixels
   * @param color what with
   * @param opacity from 0, unseen, to 1
   */
  public void marker(Marker marker, double x, double y, double radius, int color, double opacity) {
    int reach = (int) Math.ceil(radius + 1);
    for (int py = (int) Math.round(y) - reach; py <= Math.round(y) + reach; py++) {
      for (int px = (int) Math.round(x) - reach; px <= Math.round(x) + reach; px++) {
        double cover = 0.5 - marker.distance((px - x) / radius, (py - y) / radius) * radius;
        blend(px, py, color, opacity * Math.min(1, cover));
      }
    }
  }

  /** Nothing is drawn, and nowhere is outside, where there is nothing to cover. */
  private void blend(int x, int y, int color, double cover) {
    if (cover > 0) {
      int at = at(x, y);
      pixels[at] = Ink.mix(pixels[at], color, Math.min(1, cover));
    }
  }

  /**
   * Writes a line of text.
   *
   * @param text what to write; a character without a shape looks like a question mark
   * @param left where its first cell begins
   * @param top where it begins; capitals are {@code 7 × scale} high
   * @param scale the size of a glyph's cell in pixels
   * @param color what with
   */
  public void text(String text, int left, int top, int scale, int color) {
    for (int i = 0; i < text.length(); i++) {
      for (int cell = 0; cell < Glyphs.WIDTH * Glyphs.HEIGHT; cell++) {
        int x = i * Glyphs.ADVANCE + cell % Glyphs.WIDTH;
        int y = cell / Glyphs.WIDTH;
        if (Glyphs.isInked(text.charAt(i), cell % Glyphs.WIDTH, y)) {
          fill(left + x * scale, top + y * scale, scale, scale, color);
        }
      }
    }
  }

  /**
   * Writes a line of text that reads from bottom to top.
   *
   * @param text what to write
   * @param left the column where its capitals begin
   * @param bottom the row below its first character
   * @param scale the size of a glyph's cell in pixels
   * @param color what with
   */
  public void textUpwards(String text, int left, int bottom, int scale, int color) {
    for (int i = 0; i < text.length(); i++) {
      for (int cell = 0; cell < Glyphs.WIDTH * Glyphs.HEIGHT; cell++) {
        int along = i * Glyphs.ADVANCE + cell % Glyphs.WIDTH;
        int y = cell / Glyphs.WIDTH;
        if (Glyphs.isInked(text.charAt(i), cell % Glyphs.WIDTH, y)) {
          fill(left + y * scale, bottom - (along + 1) * scale, scale, scale, color);
        }
      }
    }
  }

  /**
   * The width of a line of text.
   *
   * @param text the line
   * @param scale the size of a glyph's cell in pixels
   * @return in pixels
   */
  public static int textWidth(String text, int scale) {
    return Glyphs.width(text) * scale;
  }

  /**
   * The height of capitals and digits.
   *
   * @param scale the size of a glyph's cell in pixels
   * @return in pixels
   */
  public static int capHeight(int scale) {
    return Glyphs.CAP_HEIGHT * scale;
  }

  /**
   * What has been drawn so far.
   *
   * @return a picture that later drawing does not change
   */
  public Picture picture() {
    return new Picture(width, height, pixels.clone());
  }

  private int at(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new IllegalArgumentException(
          "pixel (%d, %d) must be on the canvas of %d × %d".formatted(x, y, width, height));
    }
    return y * width + x;
  }
}
