package io.civae.testkit;

import static io.civae.testkit.CiVaeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CiVaeAssertionsTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {30, 20}, 3, 1);
  private static final List<String> CLASSES = List.of("0", "1");
  private static CiVaeModel model;
  private static TraversalPath inside;
  private static TraversalPath across;

  @BeforeAll
  static void train() {
    model = CiVae.builder().latentDim(2).epochs(1).backend(new FakeBackend()).build().fit(DATA);
    int[] zeros = DATA.indicesOf("0");
    float[] a = DATA.observation(zeros[0]);
    inside = model.traverse(a, DATA.observation(zeros[1]), Traversal.linear(), 4);
    float[] other = DATA.observation(DATA.indicesOf("1")[0]);
    across = model.traverse(a, other, Traversal.linear(), 4);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static void assertFails(ThrowingCallable assertion, String... parts) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void aGoodWalkPassesEveryAssertion() {
    float[][] ends =
        model
            .encoder()
            .encode(DATA.features().select(DATA.indicesOf("0")[0], DATA.indicesOf("0")[1]))
            .mean();
    assertThat(inside)
        .isCertified()
        .staysInClass("0", CLASSES)
        .hasPoints(4)
        .startsAt(ends[0], 1e-6)
        .endsAt(ends[1], 1e-6)
        .hasFiniteObservations();
    assertThat(across).isNotCertified();
  }

  @Test
  void certificationFailsWithAReason() {
    assertFails(() -> assertThat(across).isCertified(), "to be certified");
    assertFails(() -> assertThat(inside).isNotCertified(), "not to be certified", "<0>");
  }

  @Test
  void leavingTheClassFailsWithPointAndClasses() {
    assertFails(() -> assertThat(across).staysInClass("0", CLASSES), "class <0>", "class <1>");
    assertFails(() -> assertThat(inside).staysInClass("7", CLASSES), "<7>", "[0, 1]");
    assertFails(
        () -> assertThat(inside).staysInClass("0", List.of("0", "1", "2")), "but it has <2>");
  }

  @Test
  void pointsAndEndsFailWithWhatWasFound() {
    assertFails(() -> assertThat(inside).hasPoints(5), "<5> points", "<4>");
    assertFails(() -> assertThat(inside).startsAt(new float[] {90, 90}, 0.1), "start", "90.0");
    assertFails(() -> assertThat(inside).endsAt(new float[] {90, 90}, 0.1), "end", "90.0");
    assertFails(() -> assertThat(inside).endsAt(new float[] {1}, 1e9), "end");
    assertFails(() -> assertThat(inside).startsAt(new float[] {Float.NaN, 0}, 1e9), "start", "NaN");
  }

  @Test
  void observationsThatAreNotFiniteFail() {
    TraversalPath broken = new BrokenPath();
    assertFails(
        () -> assertThat(broken).hasFiniteObservations(), "feature <1> of point <0>", "NaN");
  }

  @Test
  void aGoodModelPassesEveryAssertion() {
    assertThat(model)
        .hasClasses("0", "1")
        .hasLatentDim(2)
        .reconstructsWithin(DATA, 2)
        .discriminatesAtLeast(DATA, 1);
  }

  @Test
  void modelAssertionsFailWithWhatWasFound() {
    assertFails(() -> assertThat(model).hasClasses("1", "0"), "[1, 0]", "[0, 1]");
    assertFails(() -> assertThat(model).hasLatentDim(3), "<3>", "<2>");
    assertFails(
        () -> assertThat(model).reconstructsWithin(DATA, 1e-12), "mean squared error", "1.0E-12");
    int[] flipped = new int[DATA.size()];
    for (int i = 0; i < flipped.length; i++) {
      flipped[i] = 1 - DATA.classIndex(i);
    }
    LabeledDataset wrong = LabeledDataset.of(DATA.features(), flipped);
    assertFails(
        () -> assertThat(model).discriminatesAtLeast(wrong, 0.5), "at least <0.5>", "<0> of <50>");
    LabeledDataset unlabeled = LabeledDataset.unlabeled(DATA.features());
    assertFails(() -> assertThat(model).discriminatesAtLeast(unlabeled, 0), "labelled");
  }

  @Test
  void aGoodDatasetPassesEveryAssertion() {
    assertThat(DATA)
        .hasSize(50)
        .hasFeatureCount(3)
        .hasClasses("0", "1")
        .hasClassCount("1", 20)
        .hasValuesBetween(-100, 100)
        .startsWithRowsOf(DATA.select(0, 1, 2));
    assertThat(model.augmenter(DATA).balance()).startsWithRowsOf(DATA).hasClassCount("1", 30);
  }

  @Test
  void datasetAssertionsFailWithWhatWasFound() {
    assertFails(() -> assertThat(DATA).hasSize(51), "<51>", "<50>");
    assertFails(() -> assertThat(DATA).hasFeatureCount(4), "<4>", "<3>");
    assertFails(() -> assertThat(DATA).hasClasses("0"), "[0]", "[0, 1]");
    assertFails(() -> assertThat(DATA).hasClassCount("1", 30), "<30>", "<20>");
    assertFails(() -> assertThat(DATA).hasClassCount("2", 30), "class <2>");
    assertFails(() -> assertThat(DATA).hasValuesBetween(0, 0.001), "observation <");
    assertFails(() -> assertThat(DATA.select(0)).startsWithRowsOf(DATA), "<50>", "<1>");
    assertFails(() -> assertThat(DATA.select(1, 0)).startsWithRowsOf(DATA.select(0, 1)), "<0>");
    LabeledDataset unlabeled = LabeledDataset.unlabeled(DATA.features());
    assertFails(() -> assertThat(unlabeled).startsWithRowsOf(DATA), "label", "null");
    float[][] changed = DATA.features().toArray();
    changed[3][1] = Math.nextUp(changed[3][1]);
    assertFails(
        () -> assertThat(DATA.withFeatures(FeatureMatrix.of(changed))).startsWithRowsOf(DATA),
        "observation <3>");
  }

  @Test
  void nullFailsAsInAnyAssertJAssertion() {
    assertFails(() -> assertThat((LabeledDataset) null).hasSize(1), "not to be null");
    assertFails(() -> assertThat((CiVaeModel) null).hasClasses(), "not to be null");
    assertFails(() -> assertThat((TraversalPath) null).isCertified(), "not to be null");
  }

  /** A walk whose decoder overflowed. */
  private static final class BrokenPath implements TraversalPath {

    @Override
    public int points() {
      return 1;
    }

    @Override
    public float[][] latents() {
      return new float[1][2];
    }

    @Override
    public float[][] observations() {
      return new float[][] {{0, Float.NaN}};
    }

    @Override
    public float[][] probabilities() {
      return new float[1][2];
    }

    @Override
    public boolean isCertified() {
      return false;
    }

    @Override
    public Optional<String> certifiedClass() {
      return Optional.empty();
    }

    @Override
    public Optional<String> className() {
      return Optional.empty();
    }

    @Override
    public OptionalDouble margin(int point) {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble holeScore(int point) {
      return OptionalDouble.empty();
    }
  }
}
