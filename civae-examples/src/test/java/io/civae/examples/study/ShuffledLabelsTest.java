package io.civae.examples.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalks;
import io.civae.evaluation.InClassShare;
import io.civae.evaluation.Judge;
import io.civae.evaluation.LinearSeparability;
import io.civae.spi.SeededRandom;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import org.junit.jupiter.api.Test;

/** A model that learned nonsense must look bad by every metric that is about classes. */
class ShuffledLabelsTest {

  private static final DatasetSplit SPLIT =
      SyntheticDatasets.gaussianBlobs(new int[] {80, 80, 80, 80}, 6, 4L).split(0.5, 0.2, 0.3, 5L);

  /** Trained on the real labels only: the nearest class mean. */
  private static final Judge JUDGE = new NearestMean(SPLIT.training());

  private static LabeledDataset shuffled(LabeledDataset data, long seed) {
    int[] order = new int[data.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    SeededRandom.of(seed).shuffle(order);
    return data.select(order).withFeatures(data.features());
  }

  private static double inClass(LabeledDataset training, LabeledDataset test) {
    try (CiVaeModel model = fit(training)) {
      return InClassShare.of(ClassWalks.draw(test, 50, 6L).by(model, Traversal.linear(), 5), JUDGE)
          .points()
          .estimate();
    }
  }

  private static CiVaeModel fit(LabeledDataset training) {
    return CiVae.builder().latentDim(4).epochs(2).backend(new FakeBackend()).build().fit(training);
  }

  @Test
  void theJudgeSeesThatWalksBetweenShuffledLabelsAreOutOfClass() {
    assertThat(inClass(SPLIT.training(), SPLIT.test())).isGreaterThan(0.9);
    assertThat(inClass(shuffled(SPLIT.training(), 8L), shuffled(SPLIT.test(), 9L))).isLessThan(0.5);
  }

  @Test
  void shuffledLabelsAreNotSeparable() {
    LabeledDataset training = shuffled(SPLIT.training(), 8L);
    try (CiVaeModel model = fit(training)) {
      assertThat(LinearSeparability.of(model, training, shuffled(SPLIT.test(), 9L)).heldOut())
          .isLessThan(0.5);
    }
  }

  private static final class NearestMean implements Judge {

    private final LabeledDataset training;
    private final double[][] means;

    NearestMean(LabeledDataset training) {
      this.training = training;
      means = new double[training.classNames().size()][training.featureCount()];
      for (int c = 0; c < means.length; c++) {
        int[] members = training.indicesOf(training.classNames().get(c));
        for (int i : members) {
          for (int j = 0; j < means[c].length; j++) {
            means[c][j] += training.observation(i)[j] / members.length;
          }
        }
      }
    }

    @Override
    public String[] predict(float[][] observations) {
      String[] names = new String[observations.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = training.classNames().get(nearest(observations[i]));
      }
      return names;
    }

    private int nearest(float[] observation) {
      int nearest = 0;
      for (int c = 1; c < means.length; c++) {
        nearest = distance(observation, c) < distance(observation, nearest) ? c : nearest;
      }
      return nearest;
    }

    private double distance(float[] observation, int c) {
      double sum = 0;
      for (int j = 0; j < observation.length; j++) {
        sum += (observation[j] - means[c][j]) * (observation[j] - means[c][j]);
      }
      return sum;
    }
  }
}
