package io.civae.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.CountDecoder;
import io.civae.Likelihood;
import io.civae.data.FeatureMatrix;
import io.civae.fixture.ChangedParameters;
import io.civae.fixture.HandMadeModels;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkCountDecoderTest {

  private static final int FEATURES = 6;
  private static final float[][] LATENTS = {{0.3f, -1.2f}, {2, 1}, {0, 0}};

  private static TrainedModel model(Likelihood likelihood) {
    return new TrainedModel(HandMadeModels.countContents(likelihood, FEATURES), null);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void agreesWithTheDecoderAtTheMedianLibrarySize(Likelihood likelihood) {
    try (TrainedModel model = model(likelihood)) {
      CountDecoder counts = model.countDecoder();
      assertThat(counts.librarySize()).isEqualTo(200);
      float[][] decoded = model.decoder().decode(LATENTS);
      float[][] expected = counts.expected(LATENTS, 200);
      float[][] twice = counts.expected(LATENTS, new float[] {400, 200, 400});
      float[][] inflation = counts.zeroInflation(LATENTS);
      for (int i = 0; i < LATENTS.length; i++) {
        double library = 0;
        for (int j = 0; j < FEATURES; j++) {
          assertThat(expected[i][j]).isCloseTo(decoded[i][j], within(1e-4f));
          assertThat(twice[i][j]).isCloseTo((i == 1 ? 1 : 2) * expected[i][j], within(1e-4f));
          library += expected[i][j] / (1 - inflation[i][j]);
        }
        assertThat(library).isCloseTo(200, within(1e-3));
      }
      if (likelihood == Likelihood.NEGATIVE_BINOMIAL) {
        assertThat(inflation[0]).containsOnly(0f);
      } else {
        for (float p : inflation[0]) {
          assertThat(p).isStrictlyBetween(0f, 1f);
        }
      }
    }
  }

  @Test
  void answersDispersionsWithinTheirEnds() {
    ModelContents contents = HandMadeModels.countContents(Likelihood.NEGATIVE_BINOMIAL, FEATURES);
    NetworkParameters parameters =
        ChangedParameters.with(
            contents.parameters(),
            "decoder.dispersion",
            Tensor.of(new float[] {0, 1, -1, 99, -99, 2}, FEATURES));
    ModelContents changed =
        new ModelContents(
            contents.config(),
            contents.classNames(),
            contents.featureNames(),
            contents.scaler(),
            parameters,
            contents.history(),
            contents.provenance());
    try (TrainedModel model = new TrainedModel(changed, null)) {
      float e = (float) Math.E;
      assertThat(model.countDecoder().dispersion())
          .containsExactly(
              new float[] {1, e, 1 / e, (float) Math.exp(10), (float) Math.exp(-10), e * e},
              within(1e-3f));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void drawsCountsOfTheDistribution(Likelihood likelihood) {
    int draws = 4_000;
    try (TrainedModel model = model(likelihood)) {
      CountDecoder counts = model.countDecoder();
      float[][] z = new float[draws][];
      Arrays.fill(z, LATENTS[0]);
      float[] sizes = new float[draws];
      Arrays.fill(sizes, 50);
      float[][] drawn = counts.sample(z, sizes, 7);
      float[] expected = counts.expected(LATENTS, 50)[0];
      float[] inflation = counts.zeroInflation(LATENTS)[0];
      float[] theta = counts.dispersion();
      for (int j = 0; j < FEATURES; j++) {
        double mean = 0;
        for (float[] row : drawn) {
          assertThat(row[j]).isGreaterThanOrEqualTo(0).isEqualTo((float) Math.rint(row[j]));
          mean += row[j] / draws;
        }
        double mu = expected[j] / (1 - inflation[j]);
        double second = (1 - inflation[j]) * (mu + mu * mu / theta[j] + mu * mu);
        double error = Math.sqrt((second - expected[j] * expected[j]) / draws);
        assertThat(mean).as("feature %d", j).isCloseTo(expected[j], within(5 * error));
      }
      assertThat(counts.sample(z, sizes, 7)).isDeepEqualTo(drawn);
      assertThat(counts.sample(Arrays.copyOf(z, 3), Arrays.copyOf(sizes, 3), 7))
          .isDeepEqualTo(Arrays.copyOf(drawn, 3));
      assertThat(counts.sample(z, sizes, 8)[0]).isNotEqualTo(drawn[0]);
    }
  }

  @Test
  void rejectsBadLatentsAndLibrarySizes() {
    try (TrainedModel model = model(Likelihood.NEGATIVE_BINOMIAL)) {
      CountDecoder counts = model.countDecoder();
      assertThatThrownBy(() -> counts.expected(LATENTS, new float[2]))
          .hasMessage("librarySizes has 2 values; 3 rows ask for as many");
      for (float bad : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> counts.sample(LATENTS, new float[] {1, bad, 1}, 0))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("librarySizes[1] (" + bad + ") must be finite and positive");
      }
      assertThatThrownBy(() -> counts.zeroInflation(new float[][] {{1}}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("z[0] has 1 values");
    }
  }

  @Test
  void theEncoderRefusesNegativeCountsAndTakesExpectedOnes() {
    try (TrainedModel model = model(Likelihood.NEGATIVE_BINOMIAL)) {
      float[][] expected = model.decoder().decode(LATENTS);
      assertThat(model.encoder().encode(expected).mean()).hasDimensions(3, 2);
      float[][] bad = {{1, 0, 0, 0, 0, 0}, {1, 2, -3, 0, 0, 0}};
      assertThatThrownBy(() -> model.encoder().encode(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("x[1][2] (-3.0) must not be negative: the model is one of counts");
      assertThatThrownBy(() -> model.encoder().encode(FeatureMatrix.of(bad)))
          .hasMessageStartingWith("x[1][2] (-3.0)");
      assertThatThrownBy(() -> model.encoder().mean(bad[1])).hasMessageStartingWith("x[0][2]");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*NEGATIVE_BINOMIAL")
  void survivesItsFile(Likelihood likelihood, @TempDir Path folder) {
    Path file = folder.resolve("counts.civae");
    try (TrainedModel model = model(likelihood)) {
      model.save(file);
      try (CiVaeModel again = CiVae.load(file)) {
        assertThat(again.config()).isEqualTo(model.config());
        assertThat(again.parameters()).isEqualTo(model.parameters());
        assertThat(again.countDecoder().librarySize()).isEqualTo(200);
        assertThat(again.countDecoder().dispersion()).isEqualTo(model.countDecoder().dispersion());
        assertThat(again.decoder().decode(LATENTS)).isDeepEqualTo(model.decoder().decode(LATENTS));
        assertThat(again.verify().rows()).isPositive();
        assertThat(again.verify().largestDifference()).isZero();
      }
    }
  }

  @Test
  void isThereOnlyForModelsOfCountsThatAreOpen() {
    try (TrainedModel model = new TrainedModel(HandMadeModels.smallContents(), null)) {
      assertThatThrownBy(model::countDecoder)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the model has no distribution of counts: its likelihood is GAUSSIAN");
    }
    TrainedModel model = model(Likelihood.NEGATIVE_BINOMIAL);
    CountDecoder counts = model.countDecoder();
    model.close();
    assertThatThrownBy(() -> counts.expected(LATENTS, 5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLikelihoodAndAScalerThatDoNotFitAreRefused() {
    ModelContents contents = HandMadeModels.countContents(Likelihood.NEGATIVE_BINOMIAL, FEATURES);
    assertThatThrownBy(
            () ->
                new ModelContents(
                    contents.config(),
                    contents.classNames(),
                    contents.featureNames(),
                    FeatureScaler.identity(FEATURES),
                    contents.parameters(),
                    contents.history(),
                    contents.provenance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "config.likelihood (NEGATIVE_BINOMIAL) does not fit a scaler without a library size");
  }

  @Test
  void takesTheLargestLibrarySizesThatAFitFinds() {
    // Two features of 2^24 counts each make a library beyond the largest single count.
    float size = 1 << 25;
    try (TrainedModel model = model(Likelihood.NEGATIVE_BINOMIAL)) {
      CountDecoder counts = model.countDecoder();
      double sum = 0;
      for (float expected : counts.expected(LATENTS, size)[0]) {
        sum += expected;
      }
      assertThat(sum).isCloseTo(size, within(1e-5 * size));
      for (float count : counts.sample(LATENTS, new float[] {size, size, 3e9f}, 1)[2]) {
        assertThat(count).isNotNegative();
      }
    }
  }

  @Test
  void manyRowsAreDecodedAsEachAlone() {
    float[][] z = new float[Inference.CHUNK_ROWS + 3][];
    for (int i = 0; i < z.length; i++) {
      z[i] = new float[] {i * 1e-3f, -0.5f};
    }
    try (TrainedModel model = model(Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL)) {
      CountDecoder counts = model.countDecoder();
      float[][] expected = counts.expected(z, 50);
      float[][] inflation = counts.zeroInflation(z);
      for (int i : new int[] {0, 1023, 1024, 1026}) {
        assertThat(expected[i]).isEqualTo(counts.expected(new float[][] {z[i]}, 50)[0]);
        assertThat(inflation[i]).isEqualTo(counts.zeroInflation(new float[][] {z[i]})[0]);
      }
    }
  }
}
