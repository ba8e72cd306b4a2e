package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.LabeledDataset;
import io.civae.fixture.CapturedLog;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks of a model whose latents are its observations, among points with a hole between them. */
class HoleAwareTraversalTest {

  private final TrainedModel model =
      HandMadeModels.identity(-2, List.of("ring", "rest"), new float[2][2], 1, 0);

  @AfterEach
  void closeModel() {
    model.close();
  }

  private static LabeledDataset ring(float[]... points) {
    String[] labels = new String[points.length];
    Arrays.fill(labels, "ring");
    return LabeledDataset.of(points, labels);
  }

  /** Sixty points on a circle of radius 10. */
  private static LabeledDataset circle() {
    float[][] points = new float[60][];
    for (int i = 0; i < 60; i++) {
      double angle = Math.PI * i / 30;
      points[i] = new float[] {(float) (10 * Math.cos(angle)), (float) (10 * Math.sin(angle))};
    }
    return ring(points);
  }

  @Test
  void walksAroundAHole() {
    Walks walks = model.walks(circle());
    float[] a = {10, 0};
    float[] b = {-10, 0};
    TraversalPath around = walks.walk(walks.holeAware("ring"), Spacing.points(41), a, b);
    TraversalPath straight = walks.walk(Traversal.linear(), Spacing.points(41), a, b);
    double lowestAround = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 41; i++) {
      float[] z = around.latents()[i];
      assertThat(Math.hypot(z[0], z[1])).isBetween(9.0, 10.001);
      lowestAround = Math.min(lowestAround, around.holeScore(i).getAsDouble());
    }
    assertThat(straight.holeScore(20).getAsDouble()).isLessThan(lowestAround - 100);
    assertThat(around.shape().relativeLength().getAsDouble()).isCloseTo(Math.PI / 2, within(0.05));
    // Equal decoded steps, corners aside.
    assertThat(around.shape().smoothness().getAsDouble()).isLessThan(0.01);
    assertThat(around.isCertified()).isFalse();
  }

  @Test
  void givesAsManyPointsAsAskedBetweenExactEnds() {
    Traversal traversal = model.walks(circle()).holeAware("ring");
    Random random = new Random(5);
    for (int trial = 0; trial < 20; trial++) {
      float[] a = {(float) (20 * random.nextGaussian()), (float) (20 * random.nextGaussian())};
      float[] b = {(float) (20 * random.nextGaussian()), (float) (20 * random.nextGaussian())};
      for (int points : new int[] {1, 2, 3, 1000}) {
        float[][] walk = traversal.latents(a, b, points);
        assertThat(walk.length).isEqualTo(points);
        assertThat(walk[0]).isEqualTo(a);
        assertThat(walk[points - 1]).isEqualTo(points == 1 ? a : b);
      }
    }
    float[] z = {3, 4};
    for (float[] point : traversal.latents(z, z.clone(), 50)) {
      assertThat(point).isEqualTo(z);
    }
  }

  @Test
  void repeats() {
    Traversal once = model.walks(circle()).holeAware("ring");
    Traversal again = model.walks(circle()).holeAware("ring");
    float[] a = {10, 1};
    float[] b = {-9, 0};
    assertThat(again.latents(a, b, 30)).isDeepEqualTo(once.latents(a, b, 30));
    assertThat(model.traverse(a, b, once, 30).latents()).isDeepEqualTo(once.latents(a, b, 30));
  }

  @Test
  void goesStraightToANearNeighbour() {
    Traversal traversal = model.walks(circle()).holeAware("ring");
    float[][] walk = traversal.latents(new float[] {10, 0}, new float[] {10, 0.5f}, 5);
    assertThat(walk[2]).containsExactly(10, 0.25f);
  }

  private static LabeledDataset clusters(int each) {
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      int row = i / 7;
      points.add(new float[] {i % 7 * 0.1f, row * 0.1f});
      points.add(new float[] {100 + i % 7 * 0.1f, row * 0.1f});
    }
    return ring(points.toArray(float[][]::new));
  }

  @Test
  void joinsAGraphThatFallsApartAndSaysSo() {
    List<Traversal> made = new ArrayList<>();
    assertThat(CapturedLog.of(() -> made.add(model.walks(clusters(30)).holeAware("ring"))))
        .contains("WARN")
        .contains("class \"ring\": the graph of the 10 nearest of 60 observations falls apart")
        .contains("40 neighbours and 0 bridges");
    assertThat(CapturedLog.of(() -> made.add(model.walks(clusters(60)).holeAware("ring"))))
        .contains("40 neighbours and 1 bridge\n");
    assertThat(CapturedLog.of(() -> model.walks(circle()).holeAware("ring"))).isEmpty();
    for (Traversal traversal : made) {
      float[][] walk = traversal.latents(new float[] {0, 0}, new float[] {100, 0}, 11);
      assertThat(walk[10]).containsExactly(100, 0);
      assertThat(walk[5][0]).isBetween(40f, 60f);
    }
  }

  @Test
  void servesAClassOfOneMember() {
    Traversal traversal = model.walks(ring(new float[] {0, 3})).holeAware("ring");
    float[][] walk = traversal.latents(new float[] {-4, 0}, new float[] {4, 0}, 9);
    assertThat(walk[8]).containsExactly(4, 0);
  }

  /**
   * Members at x = −0.5, y from −10 to 10, which the discriminator takes for "rest", and so many at
   * x = 5 that it agrees on.
   */
  private static LabeledDataset beyondTheBorder(float[]... agreed) {
    List<float[]> points = new ArrayList<>(List.of(agreed));
    for (int i = 0; i <= 40; i++) {
      points.add(new float[] {-0.5f, i / 2f - 10});
    }
    return ring(points.toArray(float[][]::new));
  }

  @Test
  void goesByTheOnlyMemberThatTheDiscriminatorAgreesOn() {
    try (TrainedModel halves =
        HandMadeModels.identity(
            -2, List.of("ring", "rest"), new float[][] {{1, 0}, {-1, 0}}, 0, 0)) {
      Traversal traversal = halves.walks(beyondTheBorder(new float[] {5, 0})).holeAware("ring");
      float[][] walk = traversal.latents(new float[] {1, -10}, new float[] {1, 10}, 101);
      assertThat(halves.discriminator().predict(walk)).containsOnly("ring");
      // Chaikin's rounds leave the middle of the corner at three quarters or so of the detour.
      assertThat(walk[50][0]).isBetween(3f, 5f);
      assertThat(walk[50][1]).isCloseTo(0, within(1e-3f));
    }
  }

  @Test
  void goesStraightWhereTheDiscriminatorAgreesOnNoMemberAndSaysSo() {
    try (TrainedModel halves =
        HandMadeModels.identity(
            -2, List.of("ring", "rest"), new float[][] {{1, 0}, {-1, 0}}, 0, 0)) {
      List<Traversal> made = new ArrayList<>();
      assertThat(CapturedLog.of(() -> made.add(halves.walks(beyondTheBorder()).holeAware("ring"))))
          .contains("WARN")
          .contains(
              "class \"ring\": the discriminator puts none of its 41 observations there; walks go"
                  + " straight");
      float[] a = {1, -10};
      float[] b = {1, 10};
      float[][] walk = made.get(0).latents(a, b, 101);
      assertThat(walk).isDeepEqualTo(Traversal.linear().latents(a, b, 101));
      assertThat(halves.discriminator().predict(walk)).containsOnly("ring");
      assertThat(made.get(0).latents(a, b, 1)).isDeepEqualTo(new float[][] {a});
    }
  }

  /** Members beyond the border would lead the walk out of the class. */
  @Test
  void staysInTheClassWhenItsEndsDo() {
    Random random = new Random(6);
    for (int trial = 0; trial < 30; trial++) {
      float[][] weight = new float[2][2];
      for (float[] row : weight) {
        row[0] = (float) random.nextGaussian();
        row[1] = (float) random.nextGaussian();
      }
      try (TrainedModel tilted =
          HandMadeModels.identity(-2, List.of("ring", "rest"), weight, 0.5f, 0)) {
        LabeledDataset circle = circle();
        Traversal traversal = tilted.walks(circle).holeAware("ring");
        String[] predicted =
            tilted.discriminator().predict(tilted.encoder().encode(circle.features()).mean());
        for (int i = 0; i + 7 < 60; i += 5) {
          if (predicted[i].equals("ring") && predicted[i + 7].equals("ring")) {
            float[][] walk =
                traversal.latents(circle.observation(i), circle.observation(i + 7), 40);
            assertThat(tilted.discriminator().predict(walk)).containsOnly("ring");
          }
        }
      }
    }
  }
}
