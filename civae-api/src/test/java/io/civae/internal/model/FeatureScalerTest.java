package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.FeatureMatrix;
import io.civae.spi.SeededRandom;
import org.junit.jupiter.api.Test;

class FeatureScalerTest {

  private static FeatureScaler scaler() {
    return new FeatureScaler(new float[] {10, -1, 7.3f}, new float[] {2, 0.5f, 0});
  }

  @Test
  void scalesRowsInPlace() {
    float[] values = {99, 14, 0, 123, 10, -1, 7.3f};
    scaler().scale(values, 1, 2);
    assertThat(values).containsExactly(99, 2, 2, 0, 0, 0, 0);
  }

  @Test
  void undoesItself() {
    float[] values = {99, 2, 2, 0.75f, 99};
    scaler().unscale(values, 1);
    assertThat(values).containsExactly(99, 14, 0, 7.3f, 99);
  }

  @Test
  void viewsAMatrixScaled() {
    FeatureMatrix source = FeatureMatrix.of(new float[][] {{14, 0, 1}, {10, -1, 2}});
    FeatureMatrix scaled = scaler().scaled(source);
    assertThat(scaled.rows()).isEqualTo(2);
    assertThat(scaled.columns()).isEqualTo(3);
    assertThat(scaled.toArray()).isDeepEqualTo(new float[][] {{2, 2, 0}, {0, 0, 0}});
    assertThat(scaled.select(1, 0, 1).row(1)).containsExactly(2, 2, 0);
    float[] target = {9, 9, 9, 9, 9};
    scaled.copyRow(0, target, 1);
    assertThat(target).containsExactly(9, 2, 2, 0, 9);
    assertThat(source.row(0)).containsExactly(14, 0, 1);
  }

  /** The difference of two floats, and the product of two, can be beyond the largest float. */
  @Test
  void survivesValuesNearTheLargestFloat() {
    FeatureScaler wide = new FeatureScaler(new float[] {-3e38f}, new float[] {Float.MAX_VALUE});
    float[] values = {3e38f};
    wide.scale(values, 0, 1);
    assertThat(values[0]).isBetween(1.7f, 1.8f);
    wide.unscale(values, 0);
    assertThat(values[0]).isBetween(2.99e38f, 3.01e38f);
  }

  private static FeatureScaler ofCounts() {
    return new FeatureScaler(new float[] {1, 0, 0.5f}, new float[] {2, 1, 0}).ofCounts(10);
  }

  @Test
  void bringsCountsToOneLibraryAndToLogarithmsFirst() {
    // Libraries of 5 and, being empty, of 1.
    float[] values = {99, 4, 1, 0, 0, 0, 0};
    ofCounts().scale(values, 1, 2);
    float[] expected = {99, (float) ((Math.log(9) - 1) / 2), (float) Math.log(3), 0, -0.5f, 0, 0};
    assertThat(values).containsExactly(expected, within(1e-6f));
  }

  @Test
  void makesExpectedCountsOfShares() {
    float[] values = {99, 0.7f, 0.2f, 0.1f, 99};
    ofCounts().unscale(values, 1);
    assertThat(values).containsExactly(new float[] {99, 7, 2, 1, 99}, within(1e-6f));
  }

  @Test
  void drawsCounts() {
    FeatureScaler wide =
        new FeatureScaler(new float[] {2, 3, 90}, new float[] {5, 1, 9}).ofCounts(10);
    SeededRandom random = SeededRandom.of(1);
    for (int i = 0; i < 50; i++) {
      for (float value : wide.draw(random)) {
        assertThat(value).isBetween(0f, 16_777_216f).isEqualTo((float) Math.rint(value));
      }
    }
  }

  @Test
  void rejectsALibrarySizeOutOfRange() {
    for (float bad : new float[] {0, 0.9f, -3, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> scaler().ofCounts(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("librarySize (" + bad + ") must be finite and at least 1");
    }
  }

  @Test
  void answersCopies() {
    FeatureScaler scaler = scaler();
    scaler.offset()[0] = 0;
    scaler.scale()[0] = 1;
    assertThat(scaler.features()).isEqualTo(3);
    assertThat(scaler.offset()).containsExactly(10, -1, 7.3f);
    assertThat(scaler.scale()).containsExactly(2, 0.5f, 0);
  }

  @Test
  void rejectsNumbersThatCannotScale() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new FeatureScaler(new float[] {0, bad}, new float[] {1, 1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("offset[1] (" + bad + ") must be finite");
    }
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
      assertThatThrownBy(() -> new FeatureScaler(new float[] {0, 0}, new float[] {1, bad}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("scale[1] (" + bad + ") must be finite and non-negative");
    }
  }

  @Test
  void namesTheValueThatNoFloatHoldsOnceScaled() {
    FeatureScaler scaler = new FeatureScaler(new float[] {0, 0.5f}, new float[] {1, 1e-37f});
    float[] fine = {3, 0.5f, 50, 0.5f};
    scaler.scaleObservations("x", fine, 2, 0);
    assertThat(fine).containsExactly(3, 0, 50, 0);
    assertThatThrownBy(() -> scaler.scaleObservations("x", new float[] {3, 0.5f, 3, 50}, 2, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x[11][1] (50.0) must stay finite when scaled as in training, less 0.5 and over"
                + " 1.0E-37");
  }
}
