package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalkerTest {

  private final TrainedModel model =
      HandMadeModels.identity(0, List.of("left", "right"), new float[][] {{-1, 0}, {1, 0}}, 0, 0);

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void decodesAndClassifiesEachPoint() {
    TraversalPath path =
        model.traverse(new float[] {-1, 4}, new float[] {1, 0}, Traversal.linear(), 3);
    assertThat(path.points()).isEqualTo(3);
    assertThat(path.latents()).isDeepEqualTo(new float[][] {{-1, 4}, {0, 2}, {1, 0}});
    assertThat(path.observations()).isDeepEqualTo(path.latents());
    // Logits differ by 2: 1 / (1 + e⁻²).
    assertThat(path.probabilities()[0][0]).isCloseTo(0.8807971f, within(1e-6f));
    assertThat(path.probabilities()[1]).containsExactly(0.5f, 0.5f);
    assertThat(path.probabilities()[2][1]).isCloseTo(0.8807971f, within(1e-6f));
  }

  @Test
  void walksASinglePoint() {
    TraversalPath path =
        model.traverse(new float[] {-1, 4}, new float[] {-3, 0}, Traversal.linear(), 1);
    assertThat(path.points()).isEqualTo(1);
    assertThat(path.observations()).isDeepEqualTo(new float[][] {{-1, 4}});
    assertThat(path.certifiedClass()).contains("left");
  }

  @Test
  void answersCopies() {
    TraversalPath path =
        model.traverse(new float[] {-1, 4}, new float[] {1, 0}, Traversal.linear(), 2);
    path.latents()[0][0] = 9;
    path.observations()[0] = new float[0];
    path.probabilities()[0][0] = 9;
    assertThat(path.latents()[0]).containsExactly(-1, 4);
    assertThat(path.observations()[0]).containsExactly(-1, 4);
    assertThat(path.probabilities()[0][0]).isLessThan(1);
  }

  @Test
  void walksWithoutAnyClass() {
    try (TrainedModel plain = HandMadeModels.identity(0, List.of(), new float[0][])) {
      TraversalPath path =
          plain.traverse(new float[] {-1, 4}, new float[] {1, 0}, Traversal.linear(), 4);
      assertThat(path.probabilities()).isDeepEqualTo(new float[4][0]);
      assertThat(path.isCertified()).isFalse();
    }
  }

  @Test
  void isUntouchedByATraversalThatKeepsItsArrays() {
    float[][] kept = {{1, 2}, {3, 4}};
    Traversal keeper = (from, to, points) -> kept;
    TraversalPath path = model.traverse(new float[2], new float[2], keeper, 2);
    kept[0][0] = 9;
    kept[1] = new float[] {9, 9};
    assertThat(path.latents()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
  }

  @Test
  void givesATraversalCopiesOfTheEnds() {
    float[] from = {-1, 4};
    Traversal scribbler =
        (a, b, points) -> {
          a[0] = 100;
          b[0] = 100;
          return new float[][] {{0, 0}, {1, 1}};
        };
    model.traverse(from, from, scribbler, 2);
    assertThat(from).containsExactly(-1, 4);
  }

  @Test
  void rejectsATraversalThatGivesAnotherNumberOfPoints() {
    Traversal stingy = (from, to, points) -> new float[][] {from};
    assertThatThrownBy(() -> model.traverse(new float[2], new float[2], stingy, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("gave 1 points where 3 were asked for");
  }

  @Test
  void rejectsATraversalThatLeavesTheLatentSpace() {
    Traversal narrow = (from, to, points) -> new float[points][1];
    assertThatThrownBy(() -> model.traverse(new float[2], new float[2], narrow, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("z[0] has 1 values per row; the model has 2");
    Traversal infinite = (from, to, points) -> new float[][] {{0, Float.POSITIVE_INFINITY}};
    assertThatThrownBy(() -> model.traverse(new float[2], new float[2], infinite, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("z[0][1] (Infinity) must be finite");
  }
}
