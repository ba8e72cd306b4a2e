package io.civae.examples.picture;

/** Colours as {@code 0xRRGGBB}. */
public final class Ink {

  /** The paper. */
  public static final int WHITE = 0xFFFFFF;

  /** Headings and labels. */
  public static final int BLACK = 0x000000;

  /** Explanations. */
  public static final int GREY = 0x5A5A5A;

  /** Grid lines and borders. */
  public static final int PALE = 0xD5D5D5;

  private Ink() {}

  /**
   * A mixture of two colours, channel by channel.
   *
   * @param from the colour at share 0
   * @param to the colour at share 1
   * @param share how much of {@code to}, in [0, 1]
   * @return the mixture
   * @throws IllegalArgumentException if the share is outside
   */
  public static int mix(int from, int to, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be in [0, 1]");
    }
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xFF;
      int b = to >> shift & 0xFF;
      mixed |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return mixed;
  }

  /**
   * The grey of an intensity, 0 as paper and 1 as ink.
   *
   * @param intensity clipped to [0, 1]
   * @return the grey
   * @throws IllegalArgumentException if it is NaN
   */
  public static int ofIntensity(double intensity) {
    if (Double.isNaN(intensity)) {
      throw new IllegalArgumentException("intensity (NaN) must be a number");
    }
    return mix(WHITE, BLACK, Math.min(1, Math.max(0, intensity)));
  }

  /** The grey level, from 0 to 255, that looks as light (ITU-R BT.601). */
  static int luma(int color) {
    return (int)
        Math.round(
            0.299 * (color >> 16 & 0xFF) + 0.587 * (color >> 8 & 0xFF) + 0.114 * (color & 0xFF));
  }
}
