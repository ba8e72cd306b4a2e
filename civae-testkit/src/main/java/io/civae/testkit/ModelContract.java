package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.Encoder;
import io.civae.Likelihood;
import io.civae.LossTerms;
import io.civae.Scaling;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model trained by a backend must be able to do. */
abstract class ModelContract extends ProgressContract {

  ModelContract() {}

  /** Enough steps for a small network to learn blobs. */
  CiVaeBuilder learning() {
    return CiVae.builder()
        .backend(provider())
        .latentDim(2)
        .hiddenLayers(16, 8)
        .epochs(30)
        .batchSize(16)
        .seed(3);
  }

  @Test
  void separatesAndReconstructsBlobsItHasNotSeen() {
    DatasetSplit split =
        SyntheticDatasets.gaussianBlobs(new int[] {120, 60, 60}, FEATURES, 8)
            .split(0.5, 0.25, 0.25, 1);
    double variance = meanSquaredDistanceFromMean(split.test().features().toArray());
    try (CiVaeModel model = learning().build().fit(split.training(), split.validation())) {
      CiVaeAssertions.assertThat(model)
          .hasClasses("0", "1", "2")
          .discriminatesAtLeast(split.test(), 0.95)
          .reconstructsWithin(split.test(), variance / 2);
    }
  }

  @Test
  void aConstantFeatureComesBackExactly() {
    LabeledDataset table = SyntheticDatasets.imbalancedTable(new int[] {200, 60, 40}, 4);
    int constant = table.featureNames().indexOf("constant");
    try (CiVaeModel model = learning().epochs(2).build().fit(table)) {
      for (float[] row : model.reconstruct(table.features())) {
        assertThat(row[constant]).isEqualTo(42f);
      }
      float[] changed = table.observation(0);
      changed[constant] = -7;
      assertThat(model.reconstruct(new float[][] {changed})[0][constant]).isEqualTo(42f);
    }
  }

  @Test
  void validationTermsAreThoseOfTheModelReturned() {
    // Without scaling, the terms can be computed from what the model answers.
    CiVaeBuilder settings = learning().scaling(Scaling.NONE).epochs(5).dropout(0.2);
    LabeledDataset validation = otherBlobs();
    try (CiVaeModel model = settings.build().fit(blobs(), validation)) {
      assertSameTerms(
          model.history().last().validation().orElseThrow(), ModelTerms.of(model, validation));
    }
  }

  @Test
  void bernoulliTermsAreThoseOfTheModelReturned() {
    CiVaeBuilder settings = learning().epochs(5).likelihood(Likelihood.BERNOULLI);
    LabeledDataset validation = squashed(otherBlobs());
    try (CiVaeModel model = settings.build().fit(squashed(blobs()), validation)) {
      assertSameTerms(
          model.history().last().validation().orElseThrow(), ModelTerms.of(model, validation));
    }
  }

  static void assertSameTerms(LossTerms reported, LossTerms computed) {
    Percentage rounding = Percentage.withPercentage(0.1);
    assertThat(reported.reconstruction()).isCloseTo(computed.reconstruction(), rounding);
    assertThat(reported.klDivergence()).isCloseTo(computed.klDivergence(), rounding);
    assertThat(reported.discriminator()).isCloseTo(computed.discriminator(), within(1e-3));
    assertThat(reported.discriminatorAccuracy()).isEqualTo(computed.discriminatorAccuracy());
    assertThat(reported.total()).isCloseTo(computed.total(), rounding);
  }

  @Test
  void aClosedModelRefusesEveryUse() {
    CiVaeModel model = learning().epochs(1).build().fit(blobs());
    Encoder encoder = model.encoder();
    float[][] x = blobs().features().toArray();
    model.close();
    model.close();
    assertThatThrownBy(() -> encoder.encode(x)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.reconstruct(x)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(model::decoder).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.augmenter(blobs())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSavedAndLoadedModelAnswersTheSameBits(@TempDir Path folder) {
    LabeledDataset data = blobs();
    Path file = folder.resolve("model.civae");
    try (CiVaeModel model = learning().epochs(3).build().fit(data)) {
      model.save(file);
      try (CiVaeModel loaded = CiVae.load(file)) {
        float[][] z = model.encoder().encode(data.features()).mean();
        assertThat(loaded.parameters()).isEqualTo(model.parameters());
        assertThat(loaded.encoder().encode(data.features()).mean()).isDeepEqualTo(z);
        assertThat(loaded.encoder().encode(data.features()).logVariance())
            .isDeepEqualTo(model.encoder().encode(data.features()).logVariance());
        assertThat(loaded.decoder().decode(z)).isDeepEqualTo(model.decoder().decode(z));
        assertThat(loaded.discriminator().logits(z)).isDeepEqualTo(model.discriminator().logits(z));
        assertThat(loaded.config()).isEqualTo(model.config());
        assertThat(loaded.history().epochs()).isEqualTo(model.history().epochs());
      }
    }
  }

  private static double meanSquaredDistanceFromMean(float[][] rows) {
    int columns = rows[0].length;
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double mean = 0;
      for (float[] row : rows) {
        mean += row[j] / rows.length;
      }
      for (float[] row : rows) {
        sum += (row[j] - mean) * (row[j] - mean);
      }
    }
    return sum / ((double) rows.length * columns);
  }
}
