package io.civae.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.BatchNormalization;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** By hand, unless said otherwise. */
class PlainClassifierTest {

  private static final float[] X = {1, 2, 2, -1};

  /** Before any normalisation the hidden layer gives (5.5, 0) and (0.5, -4) for X. */
  private static Map<String, Tensor> oneHiddenLayer() {
    Map<String, Tensor> tensors = new HashMap<>();
    tensors.put("classifier.hidden.0.weight", Tensor.of(new float[] {1, 2, -1, 1}, 2, 2));
    tensors.put("classifier.hidden.0.bias", Tensor.of(new float[] {0.5f, -1}, 2));
    tensors.put("classifier.output.weight", Tensor.of(new float[] {2, 1, -1, 3}, 2, 2));
    tensors.put("classifier.output.bias", Tensor.of(new float[] {0.25f, -0.5f}, 2));
    return tensors;
  }

  /** Normalisation takes (a, b) to (a − 2.5, b + 5). */
  private static NetworkParameters normalized() {
    Map<String, Tensor> tensors = oneHiddenLayer();
    tensors.put("classifier.hidden.0.norm.scale", Tensor.of(new float[] {2, 1}, 2));
    tensors.put("classifier.hidden.0.norm.shift", Tensor.of(new float[] {-1, 3}, 2));
    tensors.put("classifier.hidden.0.norm.mean", Tensor.of(new float[] {1.5f, -2}, 2));
    tensors.put("classifier.hidden.0.norm.variance", Tensor.of(new float[] {4, 1}, 2));
    return NetworkParameters.of(tensors);
  }

  private static void assertClose(float[] actual, float... expected) {
    assertThat(actual).hasSameSizeAs(expected);
    // The variance has a small constant added, which the numbers here leave out.
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("value %s", i).isCloseTo(expected[i], within(1e-3f));
    }
  }

  @Test
  void passesThroughTheHiddenLayer() {
    PlainClassifier classifier =
        new PlainClassifier(BatchNormalization.NONE, NetworkParameters.of(oneHiddenLayer()));

    assertThat(classifier.hidden(X, 2)).containsExactly(5.5f, 0, 0.5f, 0);
    assertThat(classifier.logits(X, 2)).containsExactly(11.25f, -6, 1.25f, -1);
  }

  @Test
  void normalizesBeforeTheActivation() {
    PlainClassifier classifier =
        new PlainClassifier(BatchNormalization.BEFORE_ACTIVATION, normalized());

    assertClose(classifier.hidden(X, 2), 3, 5, 0, 1);
    assertClose(classifier.logits(X, 2), 11.25f, 11.5f, 1.25f, 2.5f);
  }

  @Test
  void normalizesAfterTheActivation() {
    PlainClassifier classifier =
        new PlainClassifier(BatchNormalization.AFTER_ACTIVATION, normalized());

    assertClose(classifier.hidden(X, 2), 5.5f, 0, 0.5f, 0);
    assertClose(classifier.logits(X, 2), 11.25f, 11.5f, 1.25f, 16.5f);
  }

  @Test
  void needsNoHiddenLayer() {
    Map<String, Tensor> tensors = oneHiddenLayer();
    tensors.keySet().removeIf(name -> name.contains("hidden"));
    PlainClassifier classifier =
        new PlainClassifier(BatchNormalization.BEFORE_ACTIVATION, NetworkParameters.of(tensors));

    assertThat(classifier.hiddenWidth()).isEqualTo(2);
    assertThat(classifier.classes()).isEqualTo(2);
    assertThat(classifier.hidden(X, 2)).containsExactly(X);
    assertThat(classifier.logits(X, 2)).containsExactly(4.25f, 4.5f, 3.25f, -5.5f);
  }

  /** Against the same rows one by one. */
  @Test
  void rowsGiveTheSameBitsInAnyCompany() {
    int rows = 200;
    float[] x = new float[2 * rows];
    Random random = new Random(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    PlainClassifier classifier =
        new PlainClassifier(BatchNormalization.AFTER_ACTIVATION, normalized());

    float[] together = classifier.logits(x, rows);
    float[] hidden = classifier.hidden(x, rows);

    for (int i = 0; i < rows; i++) {
      float[] alone = {x[2 * i], x[2 * i + 1]};
      assertThat(new float[] {together[2 * i], together[2 * i + 1]})
          .as("logits of row %s", i)
          .containsExactly(classifier.logits(alone, 1));
      assertThat(new float[] {hidden[2 * i], hidden[2 * i + 1]})
          .as("hidden values of row %s", i)
          .containsExactly(classifier.hidden(alone, 1));
    }
  }
}
