package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Traversal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraversalTest {

  static List<Traversal> traversals() {
    return List.of(Traversal.linear(), Traversal.spherical(), Traversal.normalised());
  }

  private static float[] random(Random random, int length, double size) {
    float[] z = new float[length];
    for (int j = 0; j < length; j++) {
      z[j] = (float) (size * random.nextGaussian());
    }
    return z;
  }

  private static double norm(float[] z) {
    double sum = 0;
    for (float value : z) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static void assertClose(float[] actual, double... expected) {
    assertThat(actual).hasSize(expected.length);
    for (int j = 0; j < expected.length; j++) {
      assertThat((double) actual[j]).isCloseTo(expected[j], within(1e-6));
    }
  }

  @Test
  void walksStraightAtEqualSteps() {
    float[][] walk = Traversal.linear().latents(new float[] {0, 8}, new float[] {4, -8}, 5);
    assertThat(walk).isDeepEqualTo(new float[][] {{0, 8}, {1, 4}, {2, 0}, {3, -4}, {4, -8}});
  }

  /** A quarter circle in thirds: (cos 30°, sin 30°) and (cos 60°, sin 60°). */
  @Test
  void turnsAtConstantAngularSpeed() {
    float[][] walk = Traversal.spherical().latents(new float[] {1, 0}, new float[] {0, 1}, 4);
    assertClose(walk[1], 0.8660254037844387, 0.5);
    assertClose(walk[2], 0.5, 0.8660254037844387);
  }

  /** From norm 2 to norm 4 with a right angle between: at the middle norm 3 at 45°. */
  @Test
  void letsTheNormGoLinearly() {
    float[][] walk = Traversal.spherical().latents(new float[] {2, 0}, new float[] {0, 4}, 3);
    assertClose(walk[1], 3 * Math.sqrt(0.5), 3 * Math.sqrt(0.5));
    Random random = new Random(1);
    float[] from = random(random, 20, 1);
    float[] to = random(random, 20, 3);
    float[][] longWalk = Traversal.spherical().latents(from, to, 11);
    for (int i = 0; i < 11; i++) {
      assertThat(norm(longWalk[i]))
          .isCloseTo((1 - i / 10.0) * norm(from) + i / 10.0 * norm(to), within(1e-5));
    }
  }

  /** The line from (2, 0) to (0, 4) at its middle is (1, 2); the norm there is 3. */
  @Test
  void movesPointsOfTheLineAlongTheirRays() {
    float[][] walk = Traversal.normalised().latents(new float[] {2, 0}, new float[] {0, 4}, 3);
    assertClose(walk[1], 3 / Math.sqrt(5), 6 / Math.sqrt(5));
    Random random = new Random(3);
    float[] from = random(random, 20, 1);
    float[] to = random(random, 20, 3);
    float[][] longWalk = Traversal.normalised().latents(from, to, 11);
    for (int i = 0; i < 11; i++) {
      assertThat(norm(longWalk[i]))
          .isCloseTo((1 - i / 10.0) * norm(from) + i / 10.0 * norm(to), within(1e-5));
    }
  }

  @Test
  void takesTheStraightLineWhereItPassesTheOrigin() {
    float[][][] pairs = {
      {{0, 0}, {3, 4}}, {{3, 4}, {0, 0}}, {{0, 0}, {0, 0}}, {{1, 2}, {-1, -2}}, {{1, 2}, {-3, -6}}
    };
    for (float[][] pair : pairs) {
      assertThat(Traversal.normalised().latents(pair[0], pair[1], 7))
          .isDeepEqualTo(Traversal.linear().latents(pair[0], pair[1], 7));
    }
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void keepsBothEndsBitForBit(Traversal traversal) {
    Random random = new Random(2);
    for (int trial = 0; trial < 200; trial++) {
      float[] from = random(random, 1 + trial % 7, Math.pow(10, trial % 41 - 20));
      float[] to = random(random, from.length, Math.pow(10, trial % 37 - 18));
      for (int points : new int[] {2, 3, 7}) {
        float[][] walk = traversal.latents(from, to, points);
        assertThat(walk.length).isEqualTo(points);
        assertThat(walk[0]).isEqualTo(from).isNotSameAs(from);
        assertThat(walk[points - 1]).isEqualTo(to).isNotSameAs(to);
      }
    }
    float[] zeros = {0f, -0f};
    float[][] walk = traversal.latents(zeros, new float[] {-0f, 0f}, 2);
    assertThat(walk[0]).containsExactly(0f, -0f);
    assertThat(walk[1]).containsExactly(-0f, 0f);
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void givesAsManyPointsAsAsked(Traversal traversal) {
    float[] from = {1, 2};
    float[] to = {-2, 1};
    assertThat(traversal.latents(from, to, 1)).isDeepEqualTo(new float[][] {{1, 2}});
    assertThat(traversal.latents(from, to, 2)).isDeepEqualTo(new float[][] {{1, 2}, {-2, 1}});
    float[][] walk = traversal.latents(from, to, 1000);
    assertThat(walk.length).isEqualTo(1000);
    for (float[] point : walk) {
      assertThat(point[0]).isFinite();
      assertThat(point[1]).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void staysWhereBothEndsAreTheSame(Traversal traversal) {
    float[] z = {0.1f, -3.7f, 1e-20f, 2e19f};
    for (float[] point : traversal.latents(z, z.clone(), 50)) {
      assertThat(point).isEqualTo(z);
    }
  }

  /** Where no arc is defined the way is straight. */
  @Test
  void takesTheStraightLineBetweenZeroOppositeAndParallelEnds() {
    float[][][] pairs = {
      {{0, 0}, {3, 4}},
      {{3, 4}, {0, 0}},
      {{0, 0}, {0, 0}},
      {{1, 2}, {-1, -2}},
      {{1, 2}, {-3, -6}},
      {{1, 2}, {2, 4}},
      {{1e-30f, 0}, {-1e-30f, 0}},
      {{1e30f, 1e30f}, {-1e30f, -1e30f}},
    };
    for (float[][] pair : pairs) {
      assertThat(Traversal.spherical().latents(pair[0], pair[1], 7))
          .isDeepEqualTo(Traversal.linear().latents(pair[0], pair[1], 7));
    }
  }

  @Test
  void turnsAlmostParallelAndAlmostOppositeEndsWithoutALeap() {
    for (float tilt : new float[] {1e-7f, 1e-6f, 2e-6f, 1e-5f, 1e-3f}) {
      for (float sign : new float[] {1, -1}) {
        float[][] walk =
            Traversal.spherical().latents(new float[] {1, 0}, new float[] {sign, tilt}, 101);
        for (int i = 1; i < 101; i++) {
          double step = Math.hypot(walk[i][0] - walk[i - 1][0], walk[i][1] - walk[i - 1][1]);
          assertThat(step).isLessThan(1.02 * Math.PI / 100);
        }
      }
    }
  }

  @Test
  void survivesLatentsAtTheEdgesOfFloat() {
    for (float size : new float[] {Float.MIN_VALUE, 1e-38f, 1e38f, Float.MAX_VALUE}) {
      for (Traversal traversal : traversals()) {
        for (float[] point : traversal.latents(new float[] {size, 0}, new float[] {0, size}, 9)) {
          assertThat(point[0]).isBetween(0f, size);
          assertThat(point[1]).isBetween(0f, size);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void leavesItsEndsAlone(Traversal traversal) {
    float[] from = {1, 2};
    float[] to = {3, -1};
    float[][] walk = traversal.latents(from, to, 3);
    walk[0][0] = 9;
    walk[2][0] = 9;
    assertThat(from).containsExactly(1, 2);
    assertThat(to).containsExactly(3, -1);
  }

  @Test
  void promisesStraightnessOnlyWhereItHolds() {
    assertThat(Traversal.linear().isStraight()).isTrue();
    assertThat(Traversal.spherical().isStraight()).isFalse();
    assertThat(Traversal.normalised().isStraight()).isFalse();
    Traversal someoneElses = (from, to, points) -> new float[points][from.length];
    assertThat(someoneElses.isStraight()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void rejectsFewerThanOnePoint(Traversal traversal) {
    for (int points : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> traversal.latents(new float[] {1, 0}, new float[] {0, 1}, points))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("points (" + points + ") must be at least 1");
    }
  }

  @ParameterizedTest
  @MethodSource("traversals")
  void rejectsEndsOfDifferentLength(Traversal traversal) {
    for (float[][] pair :
        new float[][][] {{{1, 0}, {0, 1, 2}}, {{1, 0, 2}, {0, 1}}, {{1}, {2, 0}}}) {
      assertThatThrownBy(() -> traversal.latents(pair[0], pair[1], 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "to has %s values, from has %s; both must be latents",
              pair[1].length, pair[0].length);
    }
  }
}
