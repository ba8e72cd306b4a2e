package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathMetricsTest {

  /** Calls everything left of 0 "left", the rest "right". */
  private static final Judge SIDES =
      observations -> {
        String[] sides = new String[observations.length];
        for (int i = 0; i < sides.length; i++) {
          sides[i] = observations[i][0] < 0 ? "left" : "right";
        }
        return sides;
      };

  private static ClassWalk walk(String name, float... x) {
    float[][] points = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      points[i] = new float[] {x[i], 0};
    }
    return new ClassWalk(name, points, new float[0][]);
  }

  @Test
  void countsInteriorPointsOnly() {
    // The ends are out of class; of the interior points 3 of 3 and 1 of 3 are in.
    List<ClassWalk> walks =
        List.of(walk("left", 5, -1, -2, -3, 5), walk("right", -5, -1, -2, 3, -5));
    InClassShare share = InClassShare.of(walks, SIDES);
    assertThat(share.points().estimate()).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(share.wholeWalks().estimate()).isEqualTo(0.5);
    assertThat(share.byClass()).containsEntry("left", 1.0).containsEntry("right", 1.0 / 3);
    assertThat(share.worstClass().getKey()).isEqualTo("right");
  }

  @Test
  void walksThatAreOutOfTheirClassThroughoutScoreNothing() {
    List<ClassWalk> walks = Collections.nCopies(40, walk("right", -5, -1, -2, -3));
    ConfidenceInterval points = InClassShare.of(walks, SIDES).points();
    assertThat(points.estimate()).isEqualTo(0);
    assertThat(points.low()).isEqualTo(0);
    assertThat(points.high()).isBetween(0.05, 0.15);
  }

  @Test
  void theIntervalIsOverWholeWalks() {
    // Two walks, one all right and one all wrong: two trials say next to nothing.
    List<ClassWalk> walks = List.of(walk("left", 0, -1, -1, 0), walk("left", 0, 1, 1, 0));
    ConfidenceInterval interval = InClassShare.of(walks, SIDES).points();
    assertThat(interval.estimate()).isEqualTo(0.5);
    assertThat(interval.low()).isBetween(0.0, 0.01);
    assertThat(interval.high()).isBetween(0.99, 1.0);
  }

  @Test
  void everyWalkCountsTheSameHoweverLong() {
    List<ClassWalk> walks =
        List.of(walk("left", 0, -1, 0), walk("left", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0));
    assertThat(InClassShare.of(walks, SIDES).points().estimate()).isEqualTo(0.5);
  }

  @Test
  void rejectsWalksWithoutInteriorAndNoWalks() {
    assertThatThrownBy(() -> InClassShare.of(List.of(walk("left", 1, 2)), SIDES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("walks[0] has no interior point");
    assertThatThrownBy(() -> InClassShare.of(List.of(), SIDES))
        .hasMessageContaining("walks is empty");
  }

  @Test
  void aStraightEvenWalkHasLengthOneAndNoVariation() {
    PathGeometry geometry = PathGeometry.of(List.of(walk("left", 0, 1, 2, 3)));
    assertThat(geometry.relativeLength()).isCloseTo(1, within(1e-12));
    assertThat(geometry.smoothness()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aDetourIsLongerAndUnevenStepsVary() {
    // Steps 3 and 4 at a right angle: length 7 over 5; mean 3.5, deviation 0.5.
    ClassWalk corner =
        new ClassWalk("left", new float[][] {{0, 0}, {3, 0}, {3, 4}}, new float[0][]);
    PathGeometry geometry = PathGeometry.of(List.of(corner));
    assertThat(geometry.relativeLength()).isCloseTo(1.4, within(1e-12));
    assertThat(geometry.smoothness()).isCloseTo(0.5 / 3.5, within(1e-12));
  }

  @Test
  void realismIsTheFrechetDistanceOfInteriorPointsToTheClass() {
    FeatureJudge identity =
        new FeatureJudge() {
          @Override
          public float[][] features(float[][] observations) {
            return observations;
          }

          @Override
          public String[] predict(float[][] observations) {
            return SIDES.predict(observations);
          }
        };
    LabeledDataset real =
        LabeledDataset.of(
            new float[][] {{2, 0}, {4, 0}, {90, 0}}, new String[] {"right", "right", "left"});
    // Interior points 0 and 2 against real 2 and 4: equal spread, means 2 apart.
    assertThatThrownBy(() -> PathRealism.of(List.of(), real, identity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("walks is empty; at least one is needed");
    PathRealism realism = PathRealism.of(List.of(walk("right", 99, 0, 2, 99)), real, identity);
    assertThat(realism.distance()).isCloseTo(4, within(1e-6));
    assertThat(realism.byClass()).containsOnlyKeys("right");
  }

  @Test
  void pairsAreDrawnInsideEachClassAndRepeatWithTheSeed() {
    LabeledDataset data =
        LabeledDataset.of(
            new float[][] {{1}, {2}, {3}, {10}, {20}, {99}},
            new String[] {"a", "a", "a", "b", "b", "single"});
    List<ClassWalk> walks = ClassWalks.draw(data, 50, 3L).blended(3);
    assertThat(walks).hasSize(100);
    for (ClassWalk walk : walks) {
      float from = walk.observations()[0][0];
      float to = walk.observations()[2][0];
      assertThat(from).isNotEqualTo(to);
      assertThat(walk.className()).isEqualTo(Math.max(from, to) < 5 ? "a" : "b");
      assertThat(walk.interior()[0][0]).isEqualTo((from + to) / 2);
    }
    assertThat(ClassWalks.draw(data, 50, 3L).blended(3).get(7).observations())
        .isDeepEqualTo(walks.get(7).observations());
    assertThatThrownBy(() -> ClassWalks.draw(data.select(5), 50, 3L))
        .hasMessageContaining("no class with two members");
  }

  @Test
  void theWalksOfOneClassAreThoseOfTheWhole() {
    float[][] rows = {{0}, {1}, {2}, {10}, {11}, {12}};
    LabeledDataset data =
        LabeledDataset.of(rows, new String[] {"low", "low", "low", "top", "top", "top"});
    ClassWalks all = ClassWalks.draw(data, 4, 9L);
    assertThat(all.ofClass("top").pairs()).isEqualTo(all.pairs().subList(4, 8));
    assertThatThrownBy(() -> all.ofClass("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"none\"");
  }
}
