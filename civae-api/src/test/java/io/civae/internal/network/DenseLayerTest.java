package io.civae.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.internal.network.DenseLayer.Activation;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseLayerTest {

  private final Random random = new Random(5);

  private float[][] weights(int inputs, int outputs) {
    float[][] weights = new float[inputs][outputs];
    for (float[] row : weights) {
      for (int o = 0; o < outputs; o++) {
        row[o] = (float) random.nextGaussian();
      }
    }
    return weights;
  }

  private float[][] rows(int rows, int width, double zeros) {
    float[][] x = new float[rows][width];
    for (float[] row : x) {
      for (int j = 0; j < width; j++) {
        row[j] = random.nextDouble() < zeros ? 0f : (float) random.nextGaussian();
      }
    }
    return x;
  }

  /** One sum after the other, zeros included. */
  private static float plainly(float[] x, float[][] weights, int output, float bias) {
    float sum = bias + 0f;
    for (int i = 0; i < weights.length; i++) {
      sum = sum + x[i] * weights[i][output];
    }
    return sum;
  }

  private static float[][] applied(DenseLayer layer, float[][] x) {
    float[][] y = new float[x.length][layer.outputs() + 2];
    layer.apply(x, x.length, y, new int[DenseLayer.PANEL]);
    return y;
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "3,5,0.5", "255,7,0.2", "256,33,0.9", "257,20,1", "784,64,0.81", "700,9,0"})
  void givesTheBitsOfAPlainLoopWhateverIsZero(int inputs, int outputs, double zeros) {
    float[][] weights = weights(inputs, outputs);
    float[] bias = weights(1, outputs)[0];
    bias[0] = -0f;
    DenseLayer layer = new DenseLayer(weights, bias.clone(), Activation.NONE);
    float[][] x = rows(5, inputs, zeros);
    x[2][0] = -0f;
    float[][] y = applied(layer, x);
    for (int row = 0; row < x.length; row++) {
      for (int o = 0; o < outputs; o++) {
        float expected = plainly(x[row], weights, o, bias[o]);
        assertThat(Float.floatToRawIntBits(y[row][o])).isEqualTo(Float.floatToRawIntBits(expected));
      }
      assertThat(y[row]).endsWith(0f, 0f);
    }
  }

  @Test
  void skipsNoZeroThatMeetsAnInfiniteWeight() {
    float[][] weights = {{Float.POSITIVE_INFINITY, 1}, {2, 3}};
    DenseLayer layer = new DenseLayer(weights, new float[2], Activation.NONE);
    float[] y = applied(layer, new float[][] {{0, 1}})[0];
    assertThat(y[0]).isNaN();
    assertThat(y[1]).isEqualTo(3);
  }

  @Test
  void activates() {
    float[][] weights = {{1, -1, 0}};
    float[] bias = {0, 0, 0};
    float[][] x = {{2}};
    assertThat(applied(new DenseLayer(weights, bias, Activation.RELU), x)[0])
        .containsExactly(2, 0, 0, 0, 0);
    float[] y = applied(new DenseLayer(weights, bias, Activation.SIGMOID), x)[0];
    assertThat(y[0]).isEqualTo((float) (1 / (1 + Math.exp(-2))));
    assertThat(y[2]).isEqualTo(0.5f);
  }
}
