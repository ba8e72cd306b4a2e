package io.civae.testkit.internal.digit;

import io.civae.spi.SeededRandom;
import java.util.List;

/**
 * Writes one digit: picks a variant, moves its points, chooses size, slant, rotation, place and
 * pressure, and draws it.
 */
public final class DigitPen {

  /** The number of pixels of an image's side. */
  public static final int SIDE = InkedImage.SIDE;

  /** Deviation of the points a stroke passes, in glyph boxes. */
  private static final double UNSTEADINESS = 0.034;

  private static final double CENTRE = (InkedImage.SIDE - 1) / 2.0;

  private DigitPen() {}

  /**
   * Draws a digit.
   *
   * @param digit 0 to 9
   * @param random of the hand
   * @param pixels hold a zeroed image of {@link #SIDE} × {@link #SIDE}, row-major from the top left
   * @param offset index of its first pixel
   */
  public static void write(int digit, SeededRandom random, float[] pixels, int offset) {
    List<List<PenStroke>> variants = DigitGlyphs.variants(digit);
    List<PenStroke> strokes = variants.get(random.nextInt(variants.size()));

    double height = bounded(random, 19, 1.5, 15, 22.5);
    double width = height * bounded(random, digit == 1 ? 0.58 : 0.68, 0.1, 0.42, 0.95);
    double slant = bounded(random, 0.12, 0.24, -0.4, 0.7);
    double angle = bounded(random, 0, 0.11, -0.28, 0.28);
    double halfPen = bounded(random, 1.15, 0.28, 0.65, 1.9);
    double centreX = CENTRE + bounded(random, 0, 1.4, -2.8, 2.8);
    double centreY = CENTRE + bounded(random, 0, 1.1, -2.2, 2.2);
    double bend = bounded(random, 0, 0.05, -0.12, 0.12);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);

    Handwriting writing = new Handwriting();
    for (PenStroke stroke : strokes) {
      double[] chain = stroke.jittered(random, UNSTEADINESS).flattened();
      for (int i = 0; i < chain.length; i += 2) {
        // A slow bend of the whole glyph, then size, slant, rotation and place.
        double u = chain[i] - 0.5 + bend * StrictMath.sin(Math.PI * 2 * chain[i + 1]);
        double v = chain[i + 1] - 0.5;
        double x = u * width - slant * v * height;
        double y = v * height;
        chain[i] = centreX + cos * x - sin * y;
        chain[i + 1] = centreY + sin * x + cos * y;
      }
      writing.add(chain, bounded(random, 0, 0.18, -0.35, 0.35));
    }
    writing.keepOnPaper(halfPen);
    writing.draw(new InkedImage(pixels, offset), halfPen);
  }

  private static double bounded(
      SeededRandom random, double mean, double deviation, double minimum, double maximum) {
    return Math.max(minimum, Math.min(maximum, mean + deviation * random.nextGaussian()));
  }
}
