package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.LinearDiscriminator;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundariesTest {

  private static double[] margins(
      float[][] weight, float[] bias, String className, float[]... latents) {
    List<String> names = List.of("a", "b", "c").subList(0, bias.length);
    try (TrainedModel model = HandMadeModels.identity(0, names, weight, bias)) {
      return model.discriminator().margins(latents, className);
    }
  }

  /** Between x and −x lies x = 0; a bias of 2 for the first moves it to x = −1. */
  @Test
  void isTheDistanceToTheBoundary() {
    float[][] weight = {{1, 0}, {-1, 0}};
    assertThat(margins(weight, new float[] {2, 0}, "a", new float[] {3, 7}, new float[] {-3, 7}))
        .containsExactly(4, -2);
    assertThat(margins(weight, new float[] {2, 0}, "b", new float[] {3, 7})).containsExactly(-4);
  }

  /** A step of the margin's length along the normal of the nearest boundary reaches a tie. */
  @Test
  void isWhereTheClassesTie() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      float[][] weight = new float[3][4];
      for (float[] row : weight) {
        for (int j = 0; j < 4; j++) {
          row[j] = (float) random.nextGaussian();
        }
      }
      float[] bias = {0.3f, -0.1f, 0.2f};
      float[] z = new float[4];
      for (int j = 0; j < 4; j++) {
        z[j] = (float) (3 * random.nextGaussian());
      }
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 1; other < 3; other++) {
        double lead = (double) bias[0] - bias[other];
        double squares = 0;
        for (int j = 0; j < 4; j++) {
          double normal = (double) weight[0][j] - weight[other][j];
          lead += normal * z[j];
          squares += normal * normal;
        }
        nearest = Math.min(nearest, lead / Math.sqrt(squares));
      }
      assertThat(margins(weight, bias, "a", z)[0]).isCloseTo(nearest, within(1e-9));
    }
  }

  @Test
  void isInfiniteWhereThereIsNoBoundary() {
    assertThat(margins(new float[][] {{1, 2}}, new float[1], "a", new float[2]))
        .containsExactly(Double.POSITIVE_INFINITY);
    float[][] alike = {{1, 2}, {1, 2}};
    float[] z = {-4, 1};
    assertThat(margins(alike, new float[] {1, 0}, "a", z))
        .containsExactly(Double.POSITIVE_INFINITY);
    assertThat(margins(alike, new float[] {1, 0}, "b", z))
        .containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(margins(alike, new float[2], "b", z)).containsExactly(0);
  }

  @Test
  void rejectsAnUnknownClass() {
    try (TrainedModel model =
        HandMadeModels.identity(0, List.of("a", "b"), new float[2][2], 0, 0)) {
      LinearDiscriminator discriminator = model.discriminator();
      assertThatThrownBy(() -> discriminator.margins(new float[1][2], "zebra"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("class \"zebra\" is not among the model's classes [a, b]");
    }
  }
}
