package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelWalksTest {

  private final TrainedModel model =
      HandMadeModels.identity(0, List.of("left", "right"), new float[][] {{-1, 0}, {1, 0}}, 0, 0);

  private final LabeledDataset reference =
      LabeledDataset.of(
          new float[][] {{-1, 2}, {-3, 4}, {-2, 0}}, new String[] {"left", "left", "left"});

  private final Walks walks = model.walks(reference);

  @AfterEach
  void closeModel() {
    model.close();
  }

  private TraversalPath straight(int points, float[]... stops) {
    return walks.walk(Traversal.linear(), Spacing.points(points), stops);
  }

  @Test
  void passesEveryStopAndDealsPointsByLength() {
    // Legs of length 9 and 3: of 8 steps, after one each, 4.5 and 1.5 more.
    TraversalPath path =
        straight(9, new float[] {-10, 0}, new float[] {-1, 0}, new float[] {-1, 3});
    assertThat(path.points()).isEqualTo(9);
    assertThat(path.latents()[0]).containsExactly(-10, 0);
    assertThat(path.latents()[6]).containsExactly(-1, 0);
    assertThat(path.latents()[8]).containsExactly(-1, 3);
    assertThat(path.certifiedClass()).contains("left");
  }

  @Test
  void isCertifiedOnlyWhenEveryLegIs() {
    float[][] across = {{-10, 0}, {1, 0}, {-1, 3}};
    assertThat(straight(7, across).isCertified()).isFalse();
    assertThat(walks.walk(Traversal.spherical(), Spacing.points(7), across).isCertified())
        .isFalse();
  }

  @Test
  void givesEachLegItsStepsOfAtMostALength() {
    TraversalPath path =
        walks.walk(
            Traversal.linear(),
            Spacing.step(0.7),
            new float[] {-10, 0},
            new float[] {-8, 0},
            new float[] {-8, 0},
            new float[] {-8, 0.1f});
    // ⌈2 / 0.7⌉ = 3 steps, then one for each of the others.
    assertThat(path.points()).isEqualTo(6);
    assertThat(path.latents()[3]).containsExactly(-8, 0);
    assertThatThrownBy(
            () ->
                walks.walk(
                    Traversal.linear(), Spacing.step(1e-7), new float[] {-10, 0}, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a walk has at most 1000000");
  }

  @Test
  void judgesEachPointByTheClassOfTheFirst() {
    TraversalPath path = straight(3, new float[] {-2, 0}, new float[] {2, 0});
    assertThat(path.className()).contains("left");
    assertThat(path.margin(0)).hasValue(2);
    assertThat(path.margin(1)).hasValue(0);
    assertThat(path.margin(2)).hasValue(-2);
    double density = 0;
    for (int i = 0; i < 3; i++) {
      float[] x = reference.observation(i);
      density += Math.exp(-((x[0] + 2) * (x[0] + 2) + x[1] * x[1]) / 2) / (2 * Math.PI) / 3;
    }
    assertThat(path.holeScore(0).getAsDouble()).isCloseTo(Math.log(density), within(1e-6));
    assertThat(path.holeScore(2).getAsDouble()).isLessThan(path.holeScore(0).getAsDouble());
    assertThatThrownBy(() -> path.margin(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> path.holeScore(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(path.shape().relativeLength()).hasValue(1);
  }

  @Test
  void leavesHoleScoresEmptyWithoutReference() {
    float[] a = {-2, 0};
    float[] b = {2, 0};
    assertThat(model.traverse(a, b, Traversal.linear(), 3).holeScore(1)).isEmpty();
    assertThat(model.traverse(a, b, Traversal.linear(), 3).margin(0)).hasValue(2);
    assertThat(model.walks().walk(Traversal.linear(), Spacing.points(3), a, b).holeScore(1))
        .isEmpty();
    // The first point is in a class that has no reference observation.
    assertThat(straight(3, b, a).className()).contains("right");
    assertThat(straight(3, b, a).holeScore(0)).isEmpty();
  }

  @Test
  void leavesMarginsEmptyWithoutClasses() {
    try (TrainedModel plain = HandMadeModels.identity(0, List.of(), new float[0][])) {
      TraversalPath path =
          plain.walks().walk(Traversal.linear(), Spacing.points(2), new float[2], new float[2]);
      assertThat(path.margin(0)).isEmpty();
      assertThat(path.holeScore(1)).isEmpty();
      assertThat(path.className()).isEmpty();
    }
  }

  @Test
  void insistsOnAgreement() {
    Walks left = walks.requireAgreement("left");
    float[] inside = {-1, 0};
    assertThat(left.walk(Traversal.linear(), Spacing.points(2), inside, inside).className())
        .contains("left");
    assertThatThrownBy(
            () ->
                left.walk(
                    Traversal.linear(), Spacing.points(9), inside, inside, new float[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stop 2 is in class \"right\" by the discriminator; agreement with class \"left\" is"
                + " required");
    FeatureMatrix right = FeatureMatrix.of(new float[][] {{-1, 0}, {1, 0}});
    assertThat(left.population(reference.features(), reference.features()).run().pairs())
        .isEqualTo(9);
    assertThatThrownBy(() -> left.population(reference.features(), right))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("observation of the second group 1 is in class \"right\"");
  }

  @Test
  void walksFromObservationsAndClassMeans() {
    assertThat(walks.latentOf(new float[] {5, 6})).containsExactly(5, 6);
    assertThat(walks.classMean("left")).containsExactly(-2, 2);
    assertThatThrownBy(() -> walks.classMean("right"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class \"right\" has no observation in the reference");
    assertThatThrownBy(() -> model.walks().classMean("left"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class \"left\" has no observation: these walks were made without a reference");
  }

  @Test
  void rejectsTooFewStopsAndTooFewPoints() {
    float[] z = new float[2];
    assertThatThrownBy(() -> straight(3, z)).hasMessage("stops (1) must be at least 2");
    assertThatThrownBy(() -> straight(2, z, z, z))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points (2) must be at least the number of stops (3)");
    assertThat(straight(1, z, z, z).points()).isEqualTo(1);
    assertThatThrownBy(() -> straight(3, z, new float[3]))
        .hasMessage("stops[1] has 3 values; the model's latents have 2");
    assertThatThrownBy(() -> straight(3, z, new float[] {0, Float.NaN}))
        .hasMessage("stops[1][1] (NaN) must be finite");
    assertThatThrownBy(() -> Spacing.points(0)).hasMessage("points (0) must be at least 1");
    assertThatThrownBy(() -> Spacing.step(Double.NaN))
        .hasMessage("step (NaN) must be finite and above 0");
    assertThatThrownBy(() -> walks.requireAgreement("zebra"))
        .hasMessage("class \"zebra\" is not among the model's classes [left, right]");
  }

  @Test
  void rejectsAReferenceThatDoesNotFit() {
    assertThatThrownBy(
            () -> model.walks(LabeledDataset.of(new float[][] {{1}}, new String[] {"left"})))
        .hasMessage("reference has 1 features; the model has 2");
    assertThatThrownBy(
            () -> model.walks(LabeledDataset.of(new float[][] {{1, 2}}, new String[] {"zebra"})))
        .hasMessageContaining("reference has class \"zebra\"");
  }

  @Test
  void refusesEveryCallOnceTheModelIsClosed() {
    Traversal geodesic = walks.geodesic();
    model.close();
    float[] z = {1, 2};
    List<Runnable> calls =
        List.of(
            () -> straight(2, z, z),
            () -> walks.latentOf(z),
            () -> walks.classMean("left"),
            () -> walks.holeAware("left"),
            () -> walks.geodesic(),
            () -> walks.requireAgreement("left"),
            () -> geodesic.latents(z, new float[2], 5),
            () -> walks.population(reference.features(), reference.features()));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
    }
  }
}
