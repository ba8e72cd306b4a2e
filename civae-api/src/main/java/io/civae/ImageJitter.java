package io.civae;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Sees each training image under a small random rotation, scale and shift: angle, factor and the
 * two offsets are uniform on ±rotation, 1 ± scale and ±shift, about the centre of the image. On top
 * of them, an elastic deformation moves neighbouring pixels alike and distant ones independently
 * (after Simard, Steinkraus and Platt 2003). Pixels are interpolated bilinearly; what comes from
 * outside the image is the background.
 *
 * <p>Images are rows of {@code height · width} values, row by row from the top left corner.
 * Immutable and thread-safe.
 */
public final class ImageJitter implements ObservationTransform {

  private static final double[] NONE = {};

  private final int height;
  private final int width;
  private final double rotation;
  private final double scale;
  private final double shift;
  private final double elastic;
  private final float background;
  private final ElasticField field;

  private ImageJitter(
      int height,
      int width,
      double rotation,
      double scale,
      double shift,
      double elastic,
      float background) {
    this.height = height;
    this.width = width;
    this.rotation = rotation;
    this.scale = scale;
    this.shift = shift;
    this.elastic = elastic;
    this.background = background;
    field = new ElasticField(height, width);
  }

  /**
   * A jitter that does nothing yet, over a background of 0.
   *
   * @param height of the images in pixels, at least 1
   * @param width of the images in pixels, at least 1
   * @return the jitter
   * @throws IllegalArgumentException if a side is out of range
   */
  public static ImageJitter of(int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "height (" + height + ") and width (" + width + ") must be at least 1");
    }
    return new ImageJitter(height, width, 0, 0, 0, 0, 0);
  }

  /**
   * The same with another largest rotation.
   *
   * @param degrees in [0, 180]
   * @return a new jitter
   * @throws IllegalArgumentException if out of range
   */
  public ImageJitter rotation(double degrees) {
    if (!(degrees >= 0 && degrees <= 180)) {
      throw new IllegalArgumentException("rotation (" + degrees + ") must be in [0, 180] degrees");
    }
    return new ImageJitter(height, width, degrees, scale, shift, elastic, background);
  }

  /**
   * The same with another largest change of size.
   *
   * @param share in [0, 1): 0.1 draws factors from 0.9 to 1.1
   * @return a new jitter
   * @throws IllegalArgumentException if out of range
   */
  public ImageJitter scale(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("scale (" + share + ") must be at least 0 and below 1");
    }
    return new ImageJitter(height, width, rotation, share, shift, elastic, background);
  }

  /**
   * The same with another largest shift, along each side.
   *
   * @param pixels finite and non-negative
   * @return a new jitter
   * @throws IllegalArgumentException if out of range
   */
  public ImageJitter shift(double pixels) {
    if (!(pixels >= 0 && pixels < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shift (" + pixels + ") must be finite and non-negative");
    }
    return new ImageJitter(height, width, rotation, scale, pixels, elastic, background);
  }

  /**
   * The same with another strength of elastic deformation. The displacements along each side are a
   * smooth random field that changes over about a quarter of the image.
   *
   * @param pixels the root mean square of a pixel's displacement along each side, finite and
   *     non-negative; about 1 suits written digits of 28 pixels
   * @return a new jitter
   * @throws IllegalArgumentException if out of range
   */
  public ImageJitter elastic(double pixels) {
    if (!(pixels >= 0 && pixels < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "elastic (" + pixels + ") must be finite and non-negative");
    }
    return new ImageJitter(height, width, rotation, scale, shift, pixels, background);
  }

  /**
   * The same over another background.
   *
   * @param value finite; what pixels outside the image count as
   * @return a new jitter
   * @throws IllegalArgumentException if not finite
   */
  public ImageJitter background(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("background (" + value + ") must be finite");
    }
    return new ImageJitter(height, width, rotation, scale, shift, elastic, value);
  }

  @Override
  public void apply(float[] observation, RandomGenerator random) {
    if (observation.length != height * width) {
      throw new IllegalArgumentException(
          "observation has "
              + observation.length
              + " features; images of "
              + height
              + " x "
              + width
              + " pixels have "
              + height * width);
    }
    double angle = StrictMath.toRadians(symmetric(rotation, random));
    double factor = 1 + symmetric(scale, random);
    double down = symmetric(shift, random);
    double right = symmetric(shift, random);
    double[] rows = elastic > 0 ? field.draw(elastic, random) : NONE;
    double[] columns = elastic > 0 ? field.draw(elastic, random) : NONE;
    resample(observation, angle, factor, down, right, rows, columns);
  }

  private static double symmetric(double bound, RandomGenerator random) {
    return bound * (2 * random.nextDouble() - 1);
  }

  /** Asks for each target pixel where it comes from: the inverse of rotate, scale, then shift. */
  private void resample(
      float[] image,
      double angle,
      double factor,
      double down,
      double right,
      double[] rows,
      double[] columns) {
    float[] source = image.clone();
    double middleRow = (height - 1) / 2.0;
    double middleColumn = (width - 1) / 2.0;
    double cosine = StrictMath.cos(angle) / factor;
    double sine = StrictMath.sin(angle) / factor;
    for (int r = 0; r < height; r++) {
      double y = r - middleRow - down;
      for (int c = 0; c < width; c++) {
        double x = c - middleColumn - right;
        int pixel = r * width + c;
        double row = cosine * y - sine * x + middleRow;
        double column = sine * y + cosine * x + middleColumn;
        image[pixel] =
            elastic > 0
                ? at(source, row + rows[pixel], column + columns[pixel])
                : at(source, row, column);
      }
    }
  }

  private float at(float[] source, double row, double column) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    if (top < -1 || left < -1 || top >= height || left >= width) {
      return background;
    }
    float lower = (float) (row - top);
    float righter = (float) (column - left);
    float above = mix(pixel(source, top, left), pixel(source, top, left + 1), righter);
    float below = mix(pixel(source, top + 1, left), pixel(source, top + 1, left + 1), righter);
    return mix(above, below, lower);
  }

  private float pixel(float[] source, int row, int column) {
    return row < 0 || column < 0 || row >= height || column >= width
        ? background
        : source[row * width + column];
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "ImageJitter[%d x %d, rotation %s, scale %s, shift %s%s, background %s]",
        height,
        width,
        rotation,
        scale,
        shift,
        elastic > 0 ? ", elastic " + elastic : "",
        background);
  }

  @Override
  public String toString() {
    return description();
  }
}
