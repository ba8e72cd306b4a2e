package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BackendException;
import io.civae.ImageJitter;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackend;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.SeededRandom;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkJudgeTest {

  private static final DatasetSplit DIGITS =
      SyntheticDatasets.digits(60, 5).split(0.7, 0.1, 0.2, 1);

  private static NetworkJudgeBuilder network() {
    return NetworkJudge.builder().backend(DjlBackend.of("MXNet")).hiddenLayers(64, 32).epochs(15);
  }

  /** A disc of one class inside a ring of the other: no linear classifier finds the border. */
  private static LabeledDataset discAndRing(int size, long seed) {
    SeededRandom random = SeededRandom.of(seed);
    float[][] x = new float[size][2];
    int[] y = new int[size];
    for (int i = 0; i < size; i++) {
      y[i] = i % 2;
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = y[i] == 0 ? random.nextDouble() : 2;
      x[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }
    return LabeledDataset.of(x, y);
  }

  @Test
  void findsBordersThatNoLinearClassifierFinds() {
    LabeledDataset training = discAndRing(600, 1);
    LabeledDataset test = discAndRing(400, 2);

    assertThat(network().train(training).accuracy(test)).isGreaterThan(0.98);
    assertThat(network().hiddenLayers().train(training).accuracy(test)).isLessThan(0.8);
  }

  @Test
  void knowsDigitsItHasNotSeen() {
    NetworkJudge judge = network().train(DIGITS.training());

    // 120 observations of ten classes, learnt from 420.
    assertThat(judge.accuracy(DIGITS.test())).isGreaterThan(0.6);
  }

  @Test
  void admitsThatItLearntNothingFromShuffledLabels() {
    int[] labels =
        IntStream.range(0, DIGITS.training().size()).map(DIGITS.training()::classIndex).toArray();
    SeededRandom.of(3).shuffle(labels);
    LabeledDataset shuffled =
        LabeledDataset.of(DIGITS.training().features(), labels)
            .withClassNames(DIGITS.training().classNames());

    // 120 observations, one in ten right by chance, deviation 0.03.
    assertThat(network().train(shuffled).accuracy(DIGITS.test())).isBetween(0.0, 0.22);
  }

  @Test
  void featuresAreTheActivationsOfTheLastHiddenLayer() {
    float[][] observations = DIGITS.test().features().toArray();
    float[][] features = network().epochs(1).train(DIGITS.training()).features(observations);

    assertThat(features).hasDimensions(observations.length, 32);
    for (float[] row : features) {
      for (float value : row) {
        assertThat(value).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameJudge() {
    float[][] observations = DIGITS.test().features().toArray();
    float[][] first = network().seed(4).epochs(2).train(DIGITS.training()).features(observations);

    assertThat(network().seed(4).epochs(2).train(DIGITS.training()).features(observations))
        .isDeepEqualTo(first);
    assertThat(network().seed(5).epochs(2).train(DIGITS.training()).features(observations)[0])
        .isNotEqualTo(first[0]);
  }

  @Test
  void aTransformChangesWhatItLearnsAndProgressIsTold() {
    List<Long> steps = new ArrayList<>();
    int side = (int) Math.sqrt(DIGITS.training().featureCount());
    float[][] observations = DIGITS.test().features().toArray();
    NetworkJudge plain = network().epochs(2).train(DIGITS.training());
    NetworkJudge jittered =
        network()
            .epochs(2)
            .observationTransform(ImageJitter.of(side, side).shift(1))
            .progress(told -> steps.add(told.step()))
            .train(DIGITS.training());

    assertThat(jittered.features(observations)[0]).isNotEqualTo(plain.features(observations)[0]);
    assertThat(steps).isNotEmpty().doesNotHaveDuplicates().isSorted();
  }

  @Test
  void readsLabelledObservationsOnly() {
    LabeledDataset blobs = SyntheticDatasets.gaussianBlobs(new int[] {30, 30}, 3, 1);
    int[] labels = IntStream.range(0, 60).map(i -> i % 2 == 0 ? blobs.classIndex(i) : -1).toArray();
    LabeledDataset sparse =
        LabeledDataset.of(blobs.features(), labels).withClassNames(blobs.classNames());
    int[] even = IntStream.range(0, 30).map(i -> 2 * i).toArray();
    float[][] x = blobs.features().toArray();
    NetworkJudgeBuilder fake = NetworkJudge.builder().backend(new FakeBackend());

    NetworkJudge judge = fake.train(sparse);
    assertThat(judge.predict(x)).containsExactly(fake.train(blobs.select(even)).predict(x));
    assertThat(judge.accuracy(sparse)).isEqualTo(judge.accuracy(blobs.select(even)));
  }

  @Test
  void aSavedJudgeSaysTheSame(@TempDir Path folder) {
    Path file = folder.resolve("judge.civae");
    float[][] observations = DIGITS.test().features().toArray();
    NetworkJudge judge = network().epochs(2).train(DIGITS.training());
    judge.save(file);
    NetworkJudge loaded = NetworkJudge.load(file);

    assertThat(loaded.classNames()).isEqualTo(judge.classNames());
    assertThat(loaded.features(observations)).isDeepEqualTo(judge.features(observations));
    assertThat(loaded.predict(observations)).containsExactly(judge.predict(observations));
  }

  @Test
  void namesWhatItCannotUse() {
    LabeledDataset blobs = SyntheticDatasets.gaussianBlobs(new int[] {30, 30}, 3, 1);
    NetworkJudgeBuilder fake = NetworkJudge.builder().backend(new FakeBackend());
    NetworkJudge judge = fake.train(blobs);

    assertThatThrownBy(() -> fake.train(LabeledDataset.unlabeled(blobs.features())))
        .hasMessage("real has no labelled observation");
    assertThatThrownBy(() -> fake.train(LabeledDataset.of(blobs.features(), new int[60])))
        .hasMessage("real has labelled observations of 1 class; a judge needs two");
    assertThatThrownBy(() -> judge.predict(new float[][] {{1, 2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("observations[0] has 2 values");
    assertThatThrownBy(() -> judge.features(new float[][] {{1, Float.NaN, 2}}))
        .hasMessage("observations[0][1] (NaN) must be finite");
    assertThatThrownBy(
            () -> judge.accuracy(LabeledDataset.of(new float[][] {{1, 2, 3}}, new String[] {"x"})))
        .hasMessage("data has label \"x\", which is not among the judge's [0, 1]");
    assertThatThrownBy(() -> NetworkJudge.builder().dropout(1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NetworkJudge.builder().backend(failing()).train(blobs))
        .isInstanceOf(BackendException.class)
        .hasMessage("no luck");
  }

  private static BackendProvider failing() {
    return new BackendProvider() {
      @Override
      public String name() {
        return "failing";
      }

      @Override
      public Backend create() {
        throw new BackendException("no luck");
      }
    };
  }

  @Test
  void namesAnUnknownLabelBeforeItPredicts() {
    NetworkJudge judge =
        NetworkJudge.builder()
            .backend(new FakeBackend())
            .train(SyntheticDatasets.gaussianBlobs(new int[] {30, 30}, 3, 1));
    LabeledDataset other = LabeledDataset.of(new float[][] {{1}, {2}}, new String[] {"0", "x"});
    assertThatThrownBy(() -> judge.accuracy(other)).hasMessageContaining("label \"x\"");
  }

  @Test
  void aBatchOfOneIsRefusedAsDocumented() {
    assertThatThrownBy(() -> NetworkJudge.builder().batchSize(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be at least 2");
  }
}
