package io.civae.testkit.internal.digit;

/**
 * A 28 × 28 image, row-major from the top left, on which lines of ink are drawn without jaggies.
 */
final class InkedImage {

  static final int SIDE = 28;

  /** Over how many pixels the ink fades at its rim. */
  private static final double RIM = 1.3;

  private final float[] pixels;
  private final int offset;

  InkedImage(float[] pixels, int offset) {
    this.pixels = pixels;
    this.offset = offset;
  }

  /**
   * Draws a line with round ends. A pixel at distance r from it gets ink {@code s²(3 − 2s)}, {@code
   * s = (half + RIM/2 − r) / RIM} cut to [0, 1], and keeps the strongest ink it was given.
   */
  void line(double x0, double y0, double x1, double y1, double half) {
    double reach = half + RIM / 2;
    int left = (int) Math.max(0, Math.ceil(Math.min(x0, x1) - reach));
    int right = (int) Math.min(SIDE - 1, Math.floor(Math.max(x0, x1) + reach));
    int top = (int) Math.max(0, Math.ceil(Math.min(y0, y1) - reach));
    int bottom = (int) Math.min(SIDE - 1, Math.floor(Math.max(y0, y1) + reach));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        double ex = x - (x0 + t * dx);
        double ey = y - (y0 + t * dy);
        double s = (reach - Math.sqrt(ex * ex + ey * ey)) / RIM;
        if (s > 0) {
          double clipped = Math.min(1, s);
          float ink = (float) (clipped * clipped * (3 - 2 * clipped));
          int index = offset + y * SIDE + x;
          pixels[index] = Math.max(pixels[index], ink);
        }
      }
    }
  }
}
