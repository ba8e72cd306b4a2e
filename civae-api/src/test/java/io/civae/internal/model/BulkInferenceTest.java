package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.FeatureMatrix;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.HandMadeModels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkInferenceTest {

  private static final int CHUNK = Inference.CHUNK_ROWS;

  private final TrainedModel model = new TrainedModel(HandMadeModels.smallContents(), null);

  @AfterEach
  void close() {
    model.close();
  }

  private static float[] values(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1024, 1025, 4096, 4097, 9000})
  void givesTheSameBitsInEveryForm(int rows) {
    FeatureMatrix x = FeatureMatrix.ofRowMajor(values(rows * 3), rows, 3);
    float[] mean = new float[rows * 2];
    float[] logVariance = new float[rows * 2];
    model.encoder().encodeInto(x, mean, logVariance);
    for (LatentDistribution posterior :
        new LatentDistribution[] {model.encoder().encode(x), model.encoder().encode(x.toArray())}) {
      assertThat(flat(posterior.mean())).isEqualTo(mean);
      assertThat(flat(posterior.logVariance())).isEqualTo(logVariance);
    }
    assertThat(model.encoder().mean(x.row(rows - 1)))
        .isEqualTo(Arrays.copyOfRange(mean, rows * 2 - 2, rows * 2));
    float[] decoded = new float[rows * 3];
    model.decoder().decodeInto(mean, decoded);
    assertThat(flat(model.decoder().decode(model.encoder().encode(x).mean()))).isEqualTo(decoded);
  }

  @Test
  void leavesItsInputAlone() {
    float[] row = {1, 2, 3};
    float[] z = {1, 2};
    model.encoder().mean(row);
    model.decoder().decodeInto(z, new float[3]);
    assertThat(row).containsExactly(1, 2, 3);
    assertThat(z).containsExactly(1, 2);
  }

  /** Which way a call goes depends on all of its rows, not on those of its last portion. */
  @Test
  void servesEveryPortionOfALargeCallAlike() {
    FakeAccelerator engine = new FakeAccelerator();
    try (CiVaeModel accelerated = new TrainedModel(HandMadeModels.smallContents(), engine)) {
      int rows = CHUNK + 10;
      accelerated.encoder().encode(FeatureMatrix.ofRowMajor(new float[rows * 3], rows, 3));
      accelerated.decoder().decode(new float[rows][2]);
      accelerated.decoder().decodeInto(new float[rows * 2], new float[rows * 3]);
    }
    assertThat(engine.calls())
        .containsExactly("encode 1024", "encode 10", "decode 1024", "decode 10", "decode 1034");
  }

  @Test
  void namesTheRowOfAValueThatIsNotFinite() {
    int rows = CHUNK + 7;
    FeatureMatrix x =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return rows;
          }

          @Override
          public int columns() {
            return 3;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            Arrays.fill(target, offset, offset + 3, 0);
            target[offset + 2] = row == CHUNK + 5 ? Float.NaN : 0;
          }
        };
    assertThatThrownBy(() -> model.encoder().encode(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x[1029][2] (NaN) must be finite");
    assertThatThrownBy(() -> model.encoder().mean(new float[] {0, Float.NaN, 0}))
        .hasMessage("x[0][1] (NaN) must be finite");
    assertThatThrownBy(
            () -> model.decoder().decodeInto(new float[] {0, 0, 0, Float.NaN}, new float[6]))
        .hasMessage("z[1][1] (NaN) must be finite");
  }

  @Test
  void refusesArraysOfAnotherShape() {
    FeatureMatrix x = FeatureMatrix.of(new float[2][3]);
    assertThatThrownBy(() -> model.encoder().encodeInto(x, new float[5], new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mean has 5 values; 2 rows of 2 ask for 4");
    assertThatThrownBy(() -> model.encoder().encodeInto(x, new float[4], new float[2]))
        .hasMessage("logVariance has 2 values; 2 rows of 2 ask for 4");
    assertThatThrownBy(
            () ->
                model
                    .encoder()
                    .encodeInto(FeatureMatrix.of(new float[1][4]), new float[2], new float[2]))
        .hasMessage("x has 4 values per row; the model has 3");
    assertThatThrownBy(() -> model.encoder().mean(new float[4]))
        .hasMessage("x[0] has 4 values per row; the model has 3");
    assertThatThrownBy(() -> model.decoder().decodeInto(new float[3], new float[3]))
        .hasMessage("z has 3 values; rows of 2 ask for a positive multiple");
    assertThatThrownBy(() -> model.decoder().decodeInto(new float[0], new float[0]))
        .hasMessage("z has 0 values; rows of 2 ask for a positive multiple");
    assertThatThrownBy(() -> model.decoder().decodeInto(new float[2], new float[4]))
        .hasMessage("x has 4 values; 1 rows of 3 ask for 3");
  }

  @Test
  void isRefusedOnceTheModelIsClosed() {
    FeatureMatrix x = FeatureMatrix.of(new float[1][3]);
    TrainedModel other = new TrainedModel(HandMadeModels.smallContents(), null);
    var encoder = other.encoder();
    var decoder = other.decoder();
    other.close();
    assertThatThrownBy(() -> encoder.encodeInto(x, new float[2], new float[2]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model is closed");
    assertThatThrownBy(() -> decoder.decodeInto(new float[2], new float[3]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> encoder.mean(new float[3])).isInstanceOf(IllegalStateException.class);
  }
}
