package io.civae.examples.picture;

/** Square pictures that come as one row of pixels. */
public final class Tiles {

  private Tiles() {}

  /**
   * The side of a square.
   *
   * @param pixels how many it has
   * @return its side
   * @throws IllegalArgumentException if no square has that many
   */
  public static int side(int pixels) {
    int side = (int) Math.round(Math.sqrt(pixels));
    if (side < 1 || side * side != pixels) {
      throw new IllegalArgumentException("pixels (" + pixels + ") must be a square number");
    }
    return side;
  }

  /**
   * Draws a square picture of intensities, 0 as paper and 1 as ink; values outside are clipped.
   *
   * @param canvas where to
   * @param pixels row-major, a square number of them
   * @param left its first column
   * @param top its first row
   * @param scale the size of a pixel
   * @throws IllegalArgumentException if no square has that many pixels, or one is NaN
   */
  public static void draw(Canvas canvas, float[] pixels, int left, int top, int scale) {
    int side = side(pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      int color = Ink.ofIntensity(pixels[i]);
      canvas.fill(left + i % side * scale, top + i / side * scale, scale, scale, color);
    }
  }
}
