package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {

  private static Tensor twoByThree() {
    return Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
  }

  @Test
  void answersShapeRankAndSize() {
    assertThat(twoByThree().shape()).containsExactly(2, 3);
    assertThat(twoByThree().rank()).isEqualTo(2);
    assertThat(twoByThree().dimension(0)).isEqualTo(2);
    assertThat(twoByThree().dimension(1)).isEqualTo(3);
    assertThat(twoByThree().size()).isEqualTo(6);
    assertThat(twoByThree()).hasToString("Tensor[2, 3]");
  }

  @Test
  void isUntouchedByLaterChangesOutside() {
    float[] values = {1, 2};
    int[] shape = {2};
    Tensor tensor = Tensor.of(values, shape);
    values[0] = 9;
    shape[0] = 7;
    tensor.values()[1] = 9;
    tensor.shape()[0] = 7;
    assertThat(tensor.values()).containsExactly(1, 2);
    assertThat(tensor.shape()).containsExactly(2);
  }

  @Test
  void comparesShapeAndBits() {
    assertThat(twoByThree()).isEqualTo(twoByThree()).hasSameHashCodeAs(twoByThree());
    assertThat(twoByThree()).isNotEqualTo(Tensor.of(twoByThree().values(), 3, 2));
    assertThat(Tensor.of(new float[] {0f}, 1)).isNotEqualTo(Tensor.of(new float[] {-0f}, 1));
    assertThat(Tensor.of(new float[] {Float.NaN}, 1))
        .isEqualTo(Tensor.of(new float[] {Float.NaN}, 1));
    assertThat(twoByThree()).isNotEqualTo("Tensor[2, 3]");
  }

  @Test
  void rejectsShapesThatDoNotFit() {
    assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [2, 3] does not fit 5 values");
    assertThatThrownBy(() -> Tensor.of(new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [] does not fit 1 values");
    assertThatThrownBy(() -> Tensor.of(new float[8], 2, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [2, 2, 2] does not fit 8 values");
  }

  @Test
  void rejectsDimensionsBelowOne() {
    assertThatThrownBy(() -> Tensor.of(new float[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [0] must have dimensions of at least 1");
    assertThatThrownBy(() -> Tensor.of(new float[4], -2, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [-2, -2] must have dimensions of at least 1");
  }

  /** 2⁶⁴ wraps to 0 in a long. */
  @Test
  void rejectsShapesWhoseSizeOverflows() {
    int huge = Integer.MAX_VALUE;
    assertThatThrownBy(() -> Tensor.of(new float[1], huge, huge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit 1 values");
    assertThatThrownBy(() -> Tensor.of(new float[1], huge, huge, huge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit 1 values");
  }
}
