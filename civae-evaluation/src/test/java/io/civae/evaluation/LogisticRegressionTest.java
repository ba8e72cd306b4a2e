package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  @Test
  void separatesWhatIsSeparableWhateverTheUnits() {
    float[][] x = {{1e6f, 3}, {2e6f, 3}, {-1e6f, 3}, {-2e6f, 3}, {0, 3}, {1e5f, 3}};
    int[] y = {1, 1, 0, 0, 0, 1};
    assertThat(LogisticRegression.fit(x, y).accuracy(x, y)).isGreaterThanOrEqualTo(5.0 / 6);
  }

  @Test
  void findsNothingInNoise() {
    SeededRandom random = SeededRandom.of(3L);
    float[][] x = new float[4_000][2];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      random.fillGaussian(x[i]);
      y[i] = random.nextInt(2);
    }
    float[][] fitted = Arrays.copyOf(x, 2_000);
    int[] labels = Arrays.copyOf(y, 2_000);
    float[][] held = Arrays.copyOfRange(x, 2_000, 4_000);
    int[] heldLabels = Arrays.copyOfRange(y, 2_000, 4_000);
    assertThat(LogisticRegression.fit(fitted, labels).accuracy(held, heldLabels))
        .isBetween(0.45, 0.55);
  }

  @Test
  void cannotSeparateADiscFromTheRingAroundIt() {
    SeededRandom random = SeededRandom.of(9L);
    float[][] x = new float[1_000][2];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % 2;
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = y[i] == 0 ? random.nextDouble() : 2;
      x[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }
    assertThat(LogisticRegression.fit(x, y).accuracy(x, y)).isBetween(0.4, 0.75);
  }
}
