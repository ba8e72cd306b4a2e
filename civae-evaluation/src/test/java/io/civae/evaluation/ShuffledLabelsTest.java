package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import io.civae.testkit.FakeBackend;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A model of shuffled labels, scored on true ones beside a model of true labels. The class is the
 * sign of the first feature, which varies less than the others: a model of one latent keeps it only
 * if it knows of it.
 */
class ShuffledLabelsTest {

  private static final DatasetSplit SPLIT = observations().split(0.5, 0.1, 0.4, 5L);

  /** Knows the classes by how they were made. */
  private static final Judge SIGNS =
      observations ->
          Arrays.stream(observations).map(x -> x[0] < 0 ? "0" : "1").toArray(String[]::new);

  private static LabeledDataset observations() {
    SeededRandom random = SeededRandom.of(3L);
    float[][] x = new float[800][3];
    int[] labels = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      random.fillGaussian(x[i]);
      labels[i] = i % 2;
      x[i][0] = 2 * labels[i] - 1 + 0.2f * x[i][0];
      x[i][1] *= 2;
      x[i][2] *= 2;
    }
    return LabeledDataset.of(x, labels);
  }

  private static LabeledDataset shuffled(LabeledDataset data) {
    int[] order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    SeededRandom.of(8L).shuffle(order);
    return data.select(order).withFeatures(data.features());
  }

  private static CiVaeModel fit(LabeledDataset training) {
    return CiVae.builder()
        .latentDim(1)
        .epochs(1)
        .scaling(Scaling.NONE)
        .backend(new FakeBackend())
        .build()
        .fit(training);
  }

  private static InClassShare walks(CiVaeModel model) {
    return InClassShare.of(
        ClassWalks.draw(SPLIT.test(), 60, 6L).by(model, Traversal.linear(), 5), SIGNS);
  }

  @Test
  void aJudgeSeesThatTheWalksOfAModelOfShuffledLabelsLeaveTheirClass() {
    try (CiVaeModel good = fit(SPLIT.training());
        CiVaeModel bad = fit(shuffled(SPLIT.training()))) {
      assertThat(walks(good).points().estimate()).isGreaterThan(0.99);
      assertThat(walks(good).wholeWalks().estimate()).isGreaterThan(0.99);
      // Of two classes a guess hits half, and one of the two at most half.
      assertThat(walks(bad).points().estimate()).isBetween(0.3, 0.7);
      assertThat(walks(bad).worstClass().getValue()).isLessThan(0.6);
    }
  }

  @Test
  void noLineSeparatesTheTrueClassesInTheLatentsOfAModelOfShuffledLabels() {
    try (CiVaeModel good = fit(SPLIT.training());
        CiVaeModel bad = fit(shuffled(SPLIT.training()))) {
      LinearSeparability found = LinearSeparability.of(good, SPLIT.training(), SPLIT.test());
      assertThat(found.heldOut()).isGreaterThan(0.99);
      assertThat(found.unpenalized()).isGreaterThan(0.99);
      LinearSeparability missed = LinearSeparability.of(bad, SPLIT.training(), SPLIT.test());
      assertThat(missed.heldOut()).isLessThan(0.65);
      assertThat(missed.unpenalized()).isLessThan(0.65);
    }
  }
}
