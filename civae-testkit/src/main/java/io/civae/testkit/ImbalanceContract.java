package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.LossTerms;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingRows;
import io.civae.spi.TrainingTask;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What weights and sampling by class do to a training. */
abstract class ImbalanceContract extends ResumeContract {

  private static final double[] WEIGHTS = {0.25, 3, 1};

  ImbalanceContract() {}

  private static ClassWeighting weighting() {
    return ClassWeighting.of(Map.of("0", WEIGHTS[0], "1", WEIGHTS[1]));
  }

  @Test
  void metricsCarryTheWeightsOfTheTraining() {
    CiVaeBuilder settings =
        learning().scaling(Scaling.NONE).epochs(5).classWeighting(weighting()).beta(2);
    // Classes that cannot be told apart for sure: the term is far from 0, and other with weights.
    LabeledDataset validation = mostlyUnlabelled(overlapping(40, 20, 2), 50);
    try (CiVaeModel model = settings.build().fit(overlapping(60, 30, 1), validation)) {
      LossTerms reported = model.history().last().validation().orElseThrow();
      LossTerms computed = ModelTerms.of(model, validation, WEIGHTS[0], WEIGHTS[1]);
      assertSameTerms(reported, computed);
      assertThat(computed.discriminator())
          .isGreaterThan(0.1)
          .isNotCloseTo(ModelTerms.of(model, validation).discriminator(), within(0.02));
    }
  }

  @Test
  void classesAreWeightedAndOnlyTheirRatiosMatter() {
    // Powers of two are exact, however a backend computes.
    ClassWeighting doubled =
        ClassWeighting.of(Map.of("0", 2 * WEIGHTS[0], "1", 2 * WEIGHTS[1], "2", 2 * WEIGHTS[2]));
    NetworkParameters weighted = trained(task(settings().classWeighting(weighting()), blobs()));
    assertThat(trained(task(settings().classWeighting(doubled), blobs()))).isEqualTo(weighted);
    assertThat(trained(task(settings(), blobs()))).isNotEqualTo(weighted);
  }

  @Test
  void weightsOfOneAreNoWeights() {
    ClassWeighting ones = ClassWeighting.of(Map.of("0", 1.0, "1", 1.0, "2", 1.0));
    assertThat(trained(task(settings().classWeighting(ones), blobs())))
        .isEqualTo(trained(task(settings(), blobs())));
  }

  @Test
  void weightedBatchesWithoutALabelContributeNothing() {
    RecordingListener seen = new RecordingListener();
    // One label of a tiny weight, and one class that has a single member.
    LabeledDataset data = mostlyUnlabelled(blobs(), 1);
    ClassWeighting tiny =
        ClassWeighting.of(Map.of(data.classNames().get(data.classIndex(0)), 1e-6));
    assertFinite(trained(task(settings().classWeighting(tiny), data), seen));
    assertThat(seen.epochs())
        .allSatisfy(
            epoch -> {
              assertFinite(epoch.training());
              assertThat(epoch.training().discriminator()).isPositive();
            });
  }

  @Test
  void anEpochShowsAsManyOfEachClassAsAskedFor() {
    LabeledDataset data = mostlyUnlabelled(blobs(), 50);
    TrainingRows plain = TrainingRows.of(data.features());
    Set<Integer> shown = ConcurrentHashMap.newKeySet();
    TrainingTask task =
        new TrainingTask(
            settings()
                .classSampling(ClassSampling.of(Map.of("0", 1.0, "1", 8.0, "2", 1.0)))
                .config(),
            data,
            null,
            (row, epoch, target, offset) -> {
              if (epoch == 1) {
                shown.add(row);
              }
              plain.copyRow(row, epoch, target, offset);
            });
    trained(task);
    // Of 50 labelled rows 5, 40 and 5, of which the second class has fewer.
    for (int c = 0; c < 3; c++) {
      int index = c;
      int members = data.indicesOf(data.classNames().get(c)).length;
      assertThat(shown.stream().filter(row -> data.classIndex(row) == index).count())
          .as("different rows of class %d in an epoch", c)
          .isEqualTo(Math.min(members, c == 1 ? 40 : 5));
    }
    assertThat(shown).containsAll(IntStream.range(50, data.size()).boxed().toList());
  }

  @Test
  void samplingRepeatsWithTheSeed() {
    CiVaeBuilder settings = settings().classSampling(ClassSampling.balanced());
    NetworkParameters sampled = trained(task(settings, blobs()));
    assertThat(trained(task(settings, blobs()))).isEqualTo(sampled);
    assertThat(trained(task(settings(), blobs()))).isNotEqualTo(sampled);
  }

  @Test
  void aRareClassIsFoundMoreOftenWithWeightsAndWithSampling() {
    double plain = recall(learning());
    double weighted = recall(learning().classWeighting(ClassWeighting.balanced()));
    double sampled = recall(learning().classSampling(ClassSampling.balanced()));
    // The best rule for what is shown finds 35 % of the rare class, or 82 % when balanced.
    assertThat(plain).as("recall without either").isLessThan(0.55);
    assertThat(weighted).as("recall with weights").isGreaterThan(plain + 0.2);
    assertThat(sampled).as("recall with sampling").isGreaterThan(plain + 0.2);
  }

  /** The share of the rare class that the discriminator finds in other data. */
  private static double recall(CiVaeBuilder settings) {
    try (CiVaeModel model = settings.epochs(15).build().fit(overlapping(600, 60, 1))) {
      LabeledDataset rare = overlapping(1, 500, 2);
      String[] found =
          model.discriminator().predict(model.encoder().encode(rare.features()).mean());
      int right = 0;
      for (int i = 0; i < found.length; i++) {
        right += "1".equals(rare.label(i)) && "1".equals(found[i]) ? 1 : 0;
      }
      return right / 500.0;
    }
  }

  /** Two balls of deviation 1 whose centres are 1.8 apart. */
  private static LabeledDataset overlapping(int frequent, int rare, long seed) {
    float[][] rows = new float[frequent + rare][2];
    int[] labels = new int[rows.length];
    SeededRandom random = SeededRandom.of(seed);
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i < frequent ? 0 : 1;
      rows[i][0] = (float) (1.8 * labels[i] + random.nextGaussian());
      rows[i][1] = (float) random.nextGaussian();
    }
    return LabeledDataset.of(rows, labels);
  }
}
