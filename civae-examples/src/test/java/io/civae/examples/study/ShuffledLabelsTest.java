package io.civae.examples.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Scaling;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.FeatureJudge;
import io.civae.spi.SeededRandom;
import io.civae.testkit.FakeBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A model that was trained on shuffled labels must look bad on truly labelled observations by every
 * metric of the study that is about classes, beside one of the same network that looks good.
 *
 * <p>A class shows in the signs of the first two features, which vary little; the other four vary
 * much and say nothing. A model of two latents that knows the classes keeps the first two, one that
 * was told nonsense keeps what varies.
 */
class ShuffledLabelsTest {

  private static final int CLASSES = 4;
  private static final long SEED = 4L;
  private static final DatasetSplit SPLIT = observations(1_200).split(0.5, 0.1, 0.4, 5L);
  private static final StudyData TRUE_LABELS = new StudyData(SPLIT, "signs", SEED);
  private static final Evaluation EVALUATION =
      new Evaluation(TRUE_LABELS, new StudyJudge(new Signs(), 1, "signs", 0), 40, SEED);

  private static LabeledDataset observations(int count) {
    SeededRandom random = SeededRandom.of(SEED);
    float[][] x = new float[count][6];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
      random.fillGaussian(x[i]);
      x[i][0] = (labels[i] % 2 == 0 ? -1 : 1) + 0.2f * x[i][0];
      x[i][1] = (labels[i] < 2 ? -1 : 1) + 0.2f * x[i][1];
      for (int j = 2; j < x[i].length; j++) {
        x[i][j] *= 2;
      }
    }
    return LabeledDataset.of(x, labels);
  }

  /** The same observations, each with the label of another. */
  private static LabeledDataset shuffled(LabeledDataset data) {
    int[] order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    SeededRandom.of(8L).shuffle(order);
    return data.select(order).withFeatures(data.features());
  }

  private static Measurement measured(LabeledDataset training) {
    RunSpec spec =
        new RunSpec(
            "ci-vae-seed1",
            StudyRow.CI_VAE,
            CiVae.builder().latentDim(2).epochs(2).scaling(Scaling.NONE).config(),
            Optional.empty(),
            training,
            SPLIT.validation(),
            "signs");
    CiVaeModel trained = spec.config().toBuilder().backend(new FakeBackend()).build().fit(training);
    try (StudyModel model = new StudyModel(spec, List.of(trained), 0)) {
      return EVALUATION.of(model);
    }
  }

  private static double of(Measurement measured, Metric metric) {
    return measured.get(metric).orElseThrow();
  }

  @Test
  void aModelOfTrueLabelsIsGoodByEveryMetricOfClasses() {
    Measurement good = measured(SPLIT.training());
    assertThat(of(good, Metric.IN_CLASS)).isGreaterThan(0.95);
    assertThat(of(good, Metric.WHOLE_WALKS)).isGreaterThan(0.95);
    assertThat(of(good, Metric.WORST_CLASS)).isGreaterThan(0.95);
    assertThat(of(good, Metric.FRECHET)).isLessThan(0.2);
    assertThat(of(good, Metric.HELD_OUT)).isGreaterThan(0.95);
    assertThat(of(good, Metric.RESUBSTITUTION)).isGreaterThan(0.95);
    assertThat(of(good, Metric.SEPARABLE)).isGreaterThan(0.95);
    assertThat(of(good, Metric.DISCRIMINATOR)).isGreaterThan(0.95);
  }

  @Test
  void aModelOfShuffledLabelsIsBadByEachOfThemOnTheSameTrueLabelsAndPairs() {
    Measurement bad = measured(shuffled(SPLIT.training()));
    // Of four classes a guess hits a quarter.
    assertThat(of(bad, Metric.IN_CLASS)).isLessThan(0.4);
    assertThat(of(bad, Metric.WHOLE_WALKS)).isLessThan(0.4);
    assertThat(of(bad, Metric.WORST_CLASS)).isLessThan(0.35);
    assertThat(of(bad, Metric.FRECHET)).isGreaterThan(1);
    assertThat(of(bad, Metric.HELD_OUT)).isLessThan(0.4);
    assertThat(of(bad, Metric.RESUBSTITUTION)).isLessThan(0.4);
    assertThat(of(bad, Metric.SEPARABLE)).isLessThan(0.4);
    assertThat(of(bad, Metric.DISCRIMINATOR)).isLessThan(0.4);
  }

  /** Knows the classes by how they were made, and no model. */
  private static final class Signs implements FeatureJudge {

    @Override
    public String[] predict(float[][] observations) {
      List<String> names = new ArrayList<>();
      for (float[] x : observations) {
        names.add(Integer.toString((x[0] < 0 ? 0 : 1) + (x[1] < 0 ? 0 : 2)));
      }
      return names.toArray(String[]::new);
    }

    @Override
    public float[][] features(float[][] observations) {
      return Arrays.stream(observations).map(x -> Arrays.copyOf(x, 2)).toArray(float[][]::new);
    }
  }
}
