package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.Traversal;
import io.civae.data.DatasetSplit;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelMetricsTest {

  private final DatasetSplit split =
      SyntheticDatasets.gaussianBlobs(new int[] {200, 200, 200}, 6, 3L).split(0.6, 0.1, 0.3, 1L);
  private final CiVaeModel model = fit(split.training());

  private static CiVaeModel fit(LabeledDataset training) {
    return CiVae.builder().latentDim(3).epochs(1).backend(new FakeBackend()).build().fit(training);
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void reconstructionErrorsAreMeansOverWhatTheModelAnswers() {
    float[][] x = {split.test().observation(0), split.test().observation(1)};
    float[][] made = model.reconstruct(x);
    double squares = 0;
    double absolute = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 6; j++) {
        squares += Math.pow((double) x[i][j] - made[i][j], 2);
        absolute += Math.abs((double) x[i][j] - made[i][j]);
      }
    }
    ReconstructionError error = ReconstructionError.of(model, split.test().select(0, 1).features());
    assertThat(error.sumOfSquares()).isCloseTo(squares / 2, within(1e-9));
    assertThat(error.meanSquared()).isCloseTo(squares / 12, within(1e-9));
    assertThat(error.meanAbsolute()).isCloseTo(absolute / 12, within(1e-9));
  }

  @Test
  void separableClassesAreFoundSeparable() {
    LinearSeparability found = LinearSeparability.of(model, split.training(), split.test());
    assertThat(found.heldOut()).isGreaterThan(0.98);
    assertThat(found.resubstitution()).isGreaterThan(0.98);
  }

  @Test
  void shuffledLabelsAreFoundInseparable() {
    int[] labels = new int[split.training().size()];
    SeededRandom random = SeededRandom.of(11L);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(3);
    }
    LabeledDataset shuffled = LabeledDataset.of(split.training().features(), labels);
    try (CiVaeModel misled = fit(shuffled)) {
      assertThat(LinearSeparability.of(misled, shuffled, split.test()).heldOut()).isLessThan(0.6);
    }
  }

  @Test
  void measuresFeaturesWithoutAModelAsItMeasuresLatents() {
    LabeledDataset training = latents(split.training());
    LabeledDataset test = latents(split.test());
    assertThat(LinearSeparability.ofFeatures(training, test))
        .isEqualTo(LinearSeparability.of(model, split.training(), split.test()));
    assertThatThrownBy(
            () -> LinearSeparability.ofFeatures(training.select(training.indicesOf("0")), test))
        .hasMessageContaining("training has 1 classes with members");
  }

  private LabeledDataset latents(LabeledDataset data) {
    return data.withFeatures(FeatureMatrix.of(model.encoder().encode(data.features()).mean()));
  }

  @Test
  void separabilityNeedsTwoClasses() {
    LabeledDataset one = split.test().select(split.test().indicesOf("0"));
    assertThatThrownBy(() -> LinearSeparability.of(model, split.training(), one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test has 1 classes with members");
  }

  @Test
  void holeScoreIsTheLogOfTheMeanDensity() {
    LabeledDataset two =
        split.test().select(split.test().indicesOf("0")[0], split.test().indicesOf("0")[1]);
    LatentDistribution q = model.encoder().encode(two.features());
    float[] z = {0.3f, -0.2f, 0.1f};
    double density = 0;
    for (int n = 0; n < 2; n++) {
      double product = 1;
      for (int j = 0; j < 3; j++) {
        double variance = Math.exp(q.logVariance()[n][j]);
        double difference = (double) z[j] - q.mean()[n][j];
        product *=
            Math.exp(-difference * difference / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
      }
      density += product / 2;
    }
    double score = HoleScore.against(model, two).at("0", z);
    assertThat(score).isCloseTo(Math.log(density), within(1e-4 * Math.abs(score)));
    assertThatThrownBy(() -> HoleScore.against(model, two).at("1", z))
        .hasMessageContaining("class \"1\" has no reference observation");
  }

  @Test
  void aWalkBetweenClassesCrossesADeeperHoleThanOneInside() {
    HoleScore score = HoleScore.against(model, split.training());
    float[][] inside = latents("0", "0");
    float[][] across = latents("0", "1");
    assertThat(score.lowest(new ClassWalk("0", inside, inside)))
        .isGreaterThan(score.lowest(new ClassWalk("0", across, across)));
  }

  private float[][] latents(String from, String to) {
    float[] a = split.test().observation(split.test().indicesOf(from)[0]);
    float[] b = split.test().observation(split.test().indicesOf(to)[1]);
    return model.traverse(a, b, Traversal.linear(), 9).latents();
  }

  @Test
  void aLinearModelEncodesWhatItDecodesNearlyBack() {
    ClassWalks pairs = ClassWalks.draw(split.test(), 20, 5L);
    List<ClassWalk> walks = pairs.by(model, Traversal.linear(), 5);
    assertThat(walks).hasSize(60);
    float[][] latents = walks.get(0).latents();
    float[][] encoded = model.encoder().encode(walks.get(0).observations()).mean();
    double expected = 0;
    for (int i = 0; i < 5; i++) {
      expected += Distances.euclidean(encoded[i], latents[i]) / 5;
    }
    assertThat(RoundTrip.of(model, walks.subList(0, 1)).estimate())
        .isCloseTo(expected, within(1e-9));
    assertThat(RoundTrip.of(model, walks).estimate()).isLessThan(1);
  }

  @Test
  void rejectsWalksWithoutLatents() {
    ClassWalks pairs = ClassWalks.draw(split.test(), 2, 5L);
    List<ClassWalk> mixed =
        List.of(pairs.by(model, Traversal.linear(), 5).get(0), pairs.blended(5).get(0));
    String message = "walks[1] has 0 latents for 5 observations; each point needs one";
    assertThatThrownBy(() -> RoundTrip.perWalk(model, mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    HoleScore holes = HoleScore.against(model, split.training());
    assertThatThrownBy(() -> holes.meanLowest(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> holes.lowest(mixed.get(1)))
        .hasMessage("walk has 0 latents for 5 observations; each point needs one");
  }

  @Test
  void rejectsWalksOfLessThanTwoPointsAndTraversalsThatGiveOthers() {
    ClassWalks pairs = ClassWalks.draw(split.test(), 2, 5L);
    assertThatThrownBy(() -> pairs.by(model, Traversal.linear(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points (1) must be at least 2");
    assertThatThrownBy(() -> pairs.blended(1)).hasMessage("points (1) must be at least 2");
    Traversal shorter = (from, to, points) -> new float[][] {from, to};
    assertThatThrownBy(() -> pairs.by(model, shorter, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("gave 2 points where 5 were asked for");
  }

  @Test
  void knowsTheEndsOfItsWalks() {
    ClassWalks pairs = ClassWalks.draw(split.test(), 3, 5L);
    assertThat(pairs.by(model, Traversal.linear(), 3))
        .extracting(walk -> walk.pair().orElseThrow())
        .isEqualTo(pairs.pairs());
    assertThat(pairs.blended(3))
        .extracting(walk -> walk.pair().orElseThrow())
        .isEqualTo(pairs.pairs());
  }

  @Test
  void largeDataAreMeasuredInPartsWithTheSameResult() {
    int[] rows = new int[2 * RowChunk.ROWS + 5];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % split.test().size();
    }
    FeatureMatrix many = split.test().features().select(rows);
    assertThat(ReconstructionError.of(model, many))
        .isEqualTo(ReconstructionError.between(many, model.reconstruct(many)));
    double[] squares = ReconstructionError.squaresPerObservation(model, many);
    assertThat(squares).hasSize(rows.length);
    assertThat(squares[rows.length - 1]).isEqualTo(squares[rows[rows.length - 1]]);
  }
}
