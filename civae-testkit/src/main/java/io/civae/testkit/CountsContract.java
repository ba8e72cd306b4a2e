package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.Likelihood;
import io.civae.data.LabeledDataset;
import io.civae.spi.RandomCounts;
import io.civae.spi.SeededRandom;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a model of counts must be, where a backend trains likelihoods of counts. */
abstract class CountsContract extends ImbalanceContract {

  private static final List<Likelihood> LIKELIHOODS =
      List.of(Likelihood.NEGATIVE_BINOMIAL, Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL);

  CountsContract() {}

  /** Three classes, each with twice the counts in a feature of its own. */
  private static LabeledDataset counts(int rows, long seed) {
    float[][] counts = new float[rows][FEATURES];
    int[] labels = new int[rows];
    SeededRandom random = SeededRandom.of(seed);
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 3;
      for (int j = 0; j < FEATURES; j++) {
        double mean = 3 * (j + 1) * (labels[i] == j ? 2 : 1);
        counts[i][j] = RandomCounts.negativeBinomial(random, mean, 0.2);
      }
    }
    return LabeledDataset.of(counts, labels);
  }

  private CiVaeBuilder counting(Likelihood likelihood) {
    return learning().likelihood(likelihood).epochs(6);
  }

  @Test
  void trainsCountsUnlessItSaysOtherwise() {
    LabeledDataset data = counts(60, 1);
    if (!trainsCounts()) {
      assertRefusesCounts();
      return;
    }
    for (Likelihood likelihood : LIKELIHOODS) {
      CiVaeBuilder settings = counting(likelihood);
      try (CiVaeModel model = settings.build().fit(data);
          CiVaeModel again = settings.build().fit(data)) {
        assertThat(shapes(model.parameters()))
            .isEqualTo(
                new TreeMap<>(
                    ExpectedShapes.of(model.config(), trainsHiddenLayers(), FEATURES, 3)));
        assertFinite(model.parameters());
        assertThat(again.parameters()).isEqualTo(model.parameters());
        List<EpochMetrics> epochs = model.history().epochs();
        assertThat(model.history().last().training().reconstruction())
            .isLessThan(epochs.get(0).training().reconstruction());
      }
    }
  }

  private void assertRefusesCounts() {
    for (Likelihood likelihood : LIKELIHOODS) {
      assertThatThrownBy(() -> counting(likelihood).build().fit(counts(60, 1)))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining(likelihood.name());
    }
  }

  @Test
  void termsOfCountsAreThoseOfTheModelReturned() {
    if (!trainsCounts()) {
      assertRefusesCounts();
      return;
    }
    LabeledDataset validation = counts(31, 2);
    for (Likelihood likelihood : LIKELIHOODS) {
      try (CiVaeModel model = counting(likelihood).build().fit(counts(60, 1), validation)) {
        assertSameTerms(
            model.history().last().validation().orElseThrow(), ModelTerms.of(model, validation));
      }
    }
  }

  @Test
  void manyRowsOfCountsAgreeWithFew() {
    if (!trainsCounts()) {
      assertRefusesCounts();
      return;
    }
    LabeledDataset data = counts(CiVaeModel.ACCELERATED_ROWS + 44, 3);
    for (Likelihood likelihood : LIKELIHOODS) {
      try (CiVaeModel model = counting(likelihood).epochs(2).build().fit(data)) {
        assertManyRowsAgreeWithFew(model, data);
      }
    }
  }
}
