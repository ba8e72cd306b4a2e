package io.civae.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** Deviations 5 along (0.6, 0.8, 0), 2 along (0, 0, 1) and 0 along the third, about (1, 2, 3). */
  private static float[][] points() {
    SeededRandom random = SeededRandom.of(21);
    float[][] points = new float[300][];
    for (int i = 0; i < points.length; i++) {
      double first = 5 * random.nextGaussian();
      double second = 2 * random.nextGaussian();
      points[i] =
          new float[] {(float) (1 + 0.6 * first), (float) (2 + 0.8 * first), (float) (3 + second)};
    }
    return points;
  }

  @Test
  void findsTheDirectionsInWhichPointsVary() {
    PrincipalComponents components = PrincipalComponents.of(points(), 3, 1);
    float[] center = components.project(new float[] {1, 2, 3});
    float[] along = components.project(new float[] {1.6f, 2.8f, 3});
    float[] up = components.project(new float[] {1, 2, 4});
    assertThat(Math.abs(along[0] - center[0])).isCloseTo(1, within(0.01f));
    assertThat(Math.abs(up[1] - center[1])).isCloseTo(1, within(0.01f));
    assertThat(Math.abs(up[0] - center[0])).isLessThan(0.1f);
    for (float[] point : points()) {
      // Nothing varies in the third direction.
      assertThat(components.project(point)[2]).isCloseTo(0, within(1e-3f));
    }
  }

  @Test
  void agreesWithTheScoresOfLayouts() {
    float[][] scores = PrincipalAxes.project(points(), 2, 7);
    PrincipalComponents components = PrincipalComponents.of(points(), 2, 7);
    for (int i = 0; i < 300; i++) {
      float[] projected = components.project(points()[i]);
      // An axis may point either way.
      assertThat(Math.abs(projected[0])).isCloseTo(Math.abs(scores[i][0]), within(1e-3f));
      assertThat(Math.abs(projected[1])).isCloseTo(Math.abs(scores[i][1]), within(1e-3f));
    }
  }

  @Test
  void tellsAxesApartThatAreNearlyAsStrongAsEachOther() {
    // Deviations 1.00, 0.99, 0.98, … along the coordinates, made exact: each coordinate alone.
    int axes = 30;
    float[][] points = new float[2 * axes][axes];
    for (int j = 0; j < axes; j++) {
      points[2 * j][j] = 1 - 0.01f * j;
      points[2 * j + 1][j] = -points[2 * j][j];
    }
    PrincipalComponents components = PrincipalComponents.of(points, 8, 3);
    for (int j = 0; j < 8; j++) {
      float[] along = new float[axes];
      along[j] = 1;
      assertThat(Math.abs(components.project(along)[j])).as("axis %d", j).isGreaterThan(0.999f);
    }
  }

  @Test
  void refusesWhatItCannotProject() {
    assertThatThrownBy(() -> PrincipalComponents.of(points(), 4, 1))
        .hasMessage("count (4) must be from 1 to 3");
    PrincipalComponents components = PrincipalComponents.of(points(), 1, 1);
    assertThatThrownBy(() -> components.project(new float[2]))
        .hasMessage("point (2 values) must have 3");
  }
}
