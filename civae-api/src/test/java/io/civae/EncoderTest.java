package io.civae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.FeatureMatrix;
import org.junit.jupiter.api.Test;

/** What an encoder and a decoder of someone else get for free. */
class EncoderTest {

  /** Doubles its observations. */
  private static final Encoder ENCODER =
      new Encoder() {
        @Override
        public LatentDistribution encode(FeatureMatrix x) {
          float[][] mean = x.toArray();
          for (float[] row : mean) {
            for (int j = 0; j < row.length; j++) {
              row[j] *= 2;
            }
          }
          return LatentDistribution.of(mean, x.toArray());
        }

        @Override
        public int featureCount() {
          return 2;
        }

        @Override
        public int latentDim() {
          return 2;
        }
      };

  private static final Decoder DECODER =
      new Decoder() {
        @Override
        public float[][] decode(float[][] z) {
          return new float[][] {{z.length, z[0][0]}};
        }

        @Override
        public int latentDim() {
          return 1;
        }

        @Override
        public int featureCount() {
          return 2;
        }
      };

  @Test
  void encodesArraysAsMatrices() {
    assertThat(ENCODER.encode(new float[][] {{1, 2}, {3, 4}}).mean())
        .isDeepEqualTo(new float[][] {{2, 4}, {6, 8}});
    assertThat(ENCODER.mean(new float[] {5, 6})).containsExactly(10, 12);
    assertThatThrownBy(() -> ENCODER.encode(new float[][] {{Float.NaN, 0}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decodesOneLatentAsABatchOfOne() {
    assertThat(DECODER.decode(new float[] {7})).containsExactly(1, 7);
  }

  @Test
  void writesIntoArraysOfTheCaller() {
    float[] mean = new float[4];
    float[] logVariance = new float[4];
    ENCODER.encodeInto(FeatureMatrix.of(new float[][] {{1, 2}, {3, 4}}), mean, logVariance);
    assertThat(mean).containsExactly(2, 4, 6, 8);
    assertThat(logVariance).containsExactly(1, 2, 3, 4);
    float[] x = new float[2];
    DECODER.decodeInto(new float[] {7}, x);
    assertThat(x).containsExactly(1, 7);
  }

  @Test
  void refusesArraysOfAnotherLength() {
    FeatureMatrix x = FeatureMatrix.of(new float[][] {{1, 2}, {3, 4}});
    assertThatThrownBy(() -> ENCODER.encodeInto(x, new float[3], new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mean has 3 values; 2 rows of 2 ask for 4");
    assertThatThrownBy(() -> ENCODER.encodeInto(x, new float[4], new float[5]))
        .hasMessage("logVariance has 5 values; 2 rows of 2 ask for 4");
    assertThatThrownBy(() -> DECODER.decodeInto(new float[] {7}, new float[3]))
        .hasMessage("x has 3 values; 1 rows of 2 ask for 2");
    assertThatThrownBy(() -> DECODER.decodeInto(new float[0], new float[0]))
        .hasMessage("z has 0 values; rows of 1 ask for a positive multiple");
  }
}
