package io.civae.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PathShapeTest {

  /** Steps 3 and 4 around a right angle, 5 apart: mean 3.5, standard deviation ½. */
  @Test
  void measuresARightAngle() {
    PathShape shape = PathShape.of(new float[][] {{0, 0}, {3, 0}, {3, 4}});
    assertThat(shape.length()).isEqualTo(7);
    assertThat(shape.direct()).isEqualTo(5);
    assertThat(shape.relativeLength().getAsDouble()).isCloseTo(1.4, within(1e-12));
    assertThat(shape.smoothness().getAsDouble()).isCloseTo(0.5 / 3.5, within(1e-12));
  }

  @Test
  void hasNoRelativeLengthWhereTheEndsCoincide() {
    PathShape there = PathShape.of(new float[][] {{1, 0}, {3, 0}, {1, 0}});
    assertThat(there.relativeLength()).isEmpty();
    assertThat(there.smoothness()).hasValue(0);
    PathShape still = PathShape.of(new float[][] {{1, 0}, {1, 0}});
    assertThat(still.relativeLength()).isEmpty();
    assertThat(still.smoothness()).isEmpty();
    assertThat(PathShape.of(new float[][] {{1, 0}}).length()).isZero();
  }

  @Test
  void rejectsNoPointAndRaggedPoints() {
    assertThatThrownBy(() -> PathShape.of(new float[0][]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points is empty; a walk has at least one");
    assertThatThrownBy(() -> PathShape.of(new float[][] {{1, 0}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points have 2 and 1 values; all must have the same");
  }
}
