package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.Likelihood;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a user hears who gives the library something it cannot use. */
class BadInputTest {

  private static final LabeledDataset DATA =
      SyntheticDatasets.gaussianBlobs(new int[] {20, 10, 1}, 3, 1);
  private static CiVaeModel model;

  private static CiVaeBuilder fake() {
    return CiVae.builder().latentDim(2).epochs(1).backend(new FakeBackend());
  }

  @BeforeAll
  static void train() {
    model = fake().build().fit(DATA);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void notANumberIsNamedByRowAndColumn() {
    float[][] x = {{1, 2, 3}, {4, Float.NaN, 6}};
    assertRefused(() -> LabeledDataset.of(x, new int[] {0, 1}), "[1][1]", "NaN");
    assertRefused(() -> model.encoder().encode(x), "[1][1]", "NaN");
    assertRefused(() -> model.reconstruct(x), "[1][1]", "NaN");
    assertRefused(
        () -> model.decoder().decode(new float[][] {{Float.POSITIVE_INFINITY, 0}}),
        "[0][0]",
        "Infinity");
    assertRefused(() -> model.traverse(x[0], x[1], Traversal.linear(), 3), "to", "[1]", "NaN");
  }

  @Test
  void aMatrixOfOthersIsCheckedByFit() {
    FeatureMatrix broken =
        new FeatureMatrix() {
          @Override
          public int rows() {
            return 4;
          }

          @Override
          public int columns() {
            return 2;
          }

          @Override
          public void copyRow(int row, float[] target, int offset) {
            target[offset] = row;
            target[offset + 1] = row == 2 ? Float.NEGATIVE_INFINITY : 1;
          }
        };
    LabeledDataset data = LabeledDataset.of(broken, new int[] {0, 1, 0, 1});
    assertRefused(() -> fake().build().fit(data), "training", "[2][1]", "-Infinity");
    LabeledDataset training = SyntheticDatasets.gaussianBlobs(new int[] {5, 5}, 2, 1);
    assertRefused(() -> fake().build().fit(training, data), "validation", "[2][1]");
  }

  @Test
  void raggedRowsAreNamed() {
    float[][] ragged = {{1, 2, 3}, {4, 5}};
    assertRefused(() -> LabeledDataset.of(ragged, new int[] {0, 1}), "row 1", "2", "3");
    assertRefused(() -> model.encoder().encode(ragged), "1", "2", "3");
    assertRefused(() -> model.decoder().decode(new float[][] {{1, 2}, {3}}), "z[1]", "1", "2");
  }

  @Test
  void nothingAtAllIsRefused() {
    assertRefused(() -> model.encoder().encode(new float[0][]), "empty");
    assertRefused(() -> model.decoder().decode(new float[0][]), "empty");
    assertRefused(() -> LabeledDataset.of(new float[0][], new int[0]), "empty");
  }

  @Test
  void aValidationLabelUnknownToTrainingIsNamed() {
    LabeledDataset validation =
        LabeledDataset.of(new float[][] {{1, 2, 3}, {4, 5, 6}}, new int[] {0, 7});
    assertRefused(() -> fake().build().fit(DATA, validation), "\"7\"", "validation");
  }

  @Test
  void validationWithOtherFeaturesIsRefused() {
    LabeledDataset validation = SyntheticDatasets.gaussianBlobs(new int[] {4, 4}, 5, 1);
    assertRefused(() -> fake().build().fit(DATA, validation), "validation", "5", "3");
  }

  @Test
  void noLabelsAtAllNameTheSettingToChange() {
    LabeledDataset unlabeled = LabeledDataset.unlabeled(DATA.features());
    assertRefused(() -> fake().build().fit(unlabeled), "label", "beta(0)");
    try (CiVaeModel plain = fake().beta(0).build().fit(unlabeled)) {
      assertThat(plain.classNames()).isEmpty();
      assertThatThrownBy(plain::discriminator).isInstanceOf(IllegalStateException.class);
      assertThat(
              plain
                  .traverse(DATA.observation(0), DATA.observation(1), Traversal.linear(), 3)
                  .isCertified())
          .isFalse();
    }
  }

  @Test
  void oneObservationIsTooFew() {
    assertRefused(() -> fake().build().fit(DATA.select(0)), "1", "at least 2");
  }

  @Test
  void aWrongNumberOfFeaturesIsNamedBesideTheRightOne() {
    assertRefused(() -> model.encoder().encode(new float[][] {{1, 2, 3, 4}}), "4", "3");
    assertRefused(() -> model.encoder().mean(new float[] {1}), "1", "3");
    assertRefused(
        () -> model.traverse(new float[] {1, 2}, DATA.observation(0), Traversal.linear(), 3),
        "from",
        "2",
        "3");
    assertRefused(
        () -> model.traverse(DATA.observation(0), new float[] {1, 2}, Traversal.linear(), 3),
        "to",
        "2",
        "3");
    LabeledDataset wide = SyntheticDatasets.gaussianBlobs(new int[] {4, 4}, 5, 1);
    assertRefused(() -> model.augmenter(wide), "5", "3");
  }

  @Test
  void aWalkHasAtLeastOnePoint() {
    assertRefused(
        () -> model.traverse(DATA.observation(0), DATA.observation(1), Traversal.linear(), 0),
        "points",
        "0");
  }

  @Test
  void aClassOfOneMemberCannotBeWalked() {
    assertRefused(() -> model.augmenter(DATA).generate("2", 5), "\"2\"", "1");
    assertRefused(() -> model.augmenter(DATA).generate("nine", 5), "nine");
    assertRefused(() -> model.augmenter(DATA).generate("0", 0), "count", "0");
  }

  @Test
  void balancingSamplesThePosteriorOfAClassOfOneMember() {
    LabeledDataset balanced = model.augmenter(DATA).balance();
    CiVaeAssertions.assertThat(balanced)
        .startsWithRowsOf(DATA)
        .hasClassCount("0", 20)
        .hasClassCount("1", 20)
        .hasClassCount("2", 20);
    // Not twenty copies of the one member.
    int[] members = balanced.indicesOf("2");
    assertThat(balanced.observation(members[5])).isNotEqualTo(balanced.observation(members[6]));
  }

  @Test
  void balancingNeedsALabel() {
    LabeledDataset unlabeled = LabeledDataset.unlabeled(DATA.features());
    assertRefused(() -> model.augmenter(unlabeled).balance(), "label");
  }

  @Test
  void anAugmenterRefusesClassesTheModelDoesNotKnow() {
    String[] names = new String[DATA.size()];
    Arrays.fill(names, "cat");
    LabeledDataset cats = LabeledDataset.of(DATA.features(), names);
    assertRefused(() -> model.augmenter(cats), "\"cat\"");
  }

  @Test
  void bernoulliNeedsValuesBetweenZeroAndOne() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {5, 5}, 2, 1);
    CiVaeBuilder settings = fake().likelihood(Likelihood.BERNOULLI).scaling(Scaling.NONE);
    assertRefused(() -> settings.build().fit(data), "BERNOULLI", "[0, 1]");
  }
}
