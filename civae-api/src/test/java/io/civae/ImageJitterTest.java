package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ImageJitterTest {

  /** Every draw is the same: 0 is the lower bound of a range, 0.5 its middle. */
  private static RandomGenerator always(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }

  private static float[] gradient(int height, int width) {
    float[] image = new float[height * width];
    for (int i = 0; i < image.length; i++) {
      image[i] = i + 1;
    }
    return image;
  }

  @Test
  void leavesAnImageAloneWhenAllRangesAreZero() {
    float[] image = gradient(4, 3);
    ImageJitter.of(4, 3).apply(image, SeededRandom.of(1));
    assertThat(image).containsExactly(gradient(4, 3));
  }

  @Test
  void shiftsByWholePixelsAndFillsWithTheBackground() {
    float[] image = gradient(2, 3);
    // The lower bound: one pixel up and one to the left.
    ImageJitter.of(2, 3).shift(1).background(-5).apply(image, always(0));
    assertThat(image).containsExactly(5, 6, -5, -5, -5, -5);
  }

  @Test
  void interpolatesBetweenPixels() {
    float[] image = {0, 8, 0};
    ImageJitter.of(1, 3).shift(0.25).apply(image, always(0));
    // A quarter pixel to the left, and a quarter up, where the background is.
    assertThat(image).containsExactly(0.75f * 2, 0.75f * 6, 0);
  }

  @Test
  void rotatesAQuarterTurn() {
    float[] image = {
      1, 2, 3,
      4, 5, 6,
      7, 8, 9
    };
    ImageJitter.of(3, 3).rotation(90).apply(image, always(0));
    float[] clockwise = {7, 4, 1, 8, 5, 2, 9, 6, 3};
    float[] counterclockwise = {3, 6, 9, 2, 5, 8, 1, 4, 7};
    float[] expected = Math.abs(image[0] - 7) < 1e-4 ? clockwise : counterclockwise;
    assertThat(image).containsExactly(expected, within(1e-4f));
  }

  @Test
  void shrinksAboutTheCentre() {
    float[] image = {0, 1, 1, 1, 1, 1, 0};
    ImageJitter.of(1, 7).scale(0.5).apply(image, always(0));
    // Half the size: columns 0, 1, 5 and 6 ask for what lies outside.
    assertThat(image).containsExactly(0, 0, 1, 1, 1, 0, 0);
  }

  @Test
  void changesImagesWithinTheRangesOnly() {
    ImageJitter jitter = ImageJitter.of(9, 9).rotation(10).scale(0.1).shift(1.5);
    for (int seed = 0; seed < 200; seed++) {
      float[] dot = new float[81];
      dot[40] = 1;
      jitter.apply(dot, SeededRandom.of(seed));
      for (int i = 0; i < 81; i++) {
        boolean near = Math.abs(i / 9 - 4) <= 3 && Math.abs(i % 9 - 4) <= 3;
        assertThat(dot[i]).isBetween(0f, near ? 1f : 0f);
      }
    }
  }

  @Test
  void repeatsItselfForTheSameNumbers() {
    ImageJitter jitter = ImageJitter.of(5, 5).rotation(20).scale(0.2).shift(2);
    float[] first = gradient(5, 5);
    float[] second = gradient(5, 5);
    jitter.apply(first, SeededRandom.of(9));
    jitter.apply(second, SeededRandom.of(9));
    assertThat(first).containsExactly(second).isNotEqualTo(gradient(5, 5));
  }

  @Test
  void movesNeighboursAlikeAndByWhatWasAskedFor() {
    ElasticField field = new ElasticField(28, 28);
    double squares = 0;
    double steps = 0;
    for (int seed = 0; seed < 400; seed++) {
      double[] values = field.draw(1.5, SeededRandom.of(seed));
      for (int i = 0; i < 784; i++) {
        squares += values[i] * values[i] / (400 * 784);
        steps += i % 28 == 27 ? 0 : Math.pow(values[i + 1] - values[i], 2) / (400 * 756);
      }
    }
    assertThat(Math.sqrt(squares)).isEqualTo(1.5, within(0.05));
    assertThat(Math.sqrt(steps)).isLessThan(0.4);
  }

  @Test
  void deformsElasticallyAndRepeatably() {
    ImageJitter jitter = ImageJitter.of(6, 8).elastic(1);
    float[] first = gradient(6, 8);
    float[] second = gradient(6, 8);
    jitter.apply(first, SeededRandom.of(3));
    jitter.apply(second, SeededRandom.of(3));
    assertThat(first).containsExactly(second).isNotEqualTo(gradient(6, 8));
    assertThat(jitter.description()).contains("elastic 1.0");
  }

  @Test
  void namesWhatIsOutOfRange() {
    ImageJitter jitter = ImageJitter.of(2, 2);
    assertThatThrownBy(() -> ImageJitter.of(0, 2))
        .hasMessage("height (0) and width (2) must be at least 1");
    assertThatThrownBy(() -> jitter.rotation(Double.NaN))
        .hasMessage("rotation (NaN) must be in [0, 180] degrees");
    assertThatThrownBy(() -> jitter.scale(1))
        .hasMessage("scale (1.0) must be at least 0 and below 1");
    assertThatThrownBy(() -> jitter.shift(-1))
        .hasMessage("shift (-1.0) must be finite and non-negative");
    assertThatThrownBy(() -> jitter.elastic(Double.NaN))
        .hasMessage("elastic (NaN) must be finite and non-negative");
    assertThatThrownBy(() -> jitter.background(Float.NaN))
        .hasMessage("background (NaN) must be finite");
    assertThatThrownBy(() -> jitter.apply(new float[5], SeededRandom.of(0)))
        .hasMessage("observation has 5 features; images of 2 x 2 pixels have 4");
  }
}
