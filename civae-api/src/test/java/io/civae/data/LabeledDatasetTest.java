package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabeledDatasetTest {

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  private static LabeledDataset labelled(@Nullable String... labels) {
    return LabeledDataset.of(numbered(labels.length), labels);
  }

  /** Row i is (i, 10·i). */
  private static FeatureMatrix numbered(int rows) {
    return FeatureMatrix.of(
        IntStream.range(0, rows).mapToObj(i -> new float[] {i, 10f * i}).toArray(float[][]::new));
  }

  private static void assertRejected(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void answersObservationsAndLabels() {
    LabeledDataset data = labelled("cat", null, "ant");
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.featureCount()).isEqualTo(2);
    assertThat(data.classNames()).containsExactly("ant", "cat");
    assertThat(data.observation(1)).containsExactly(1, 10);
    assertThat(data.features().rows()).isEqualTo(3);
    assertThat(data.label(0)).isEqualTo("cat");
    assertThat(data.label(1)).isNull();
    assertThat(data.classIndex(0)).isEqualTo(1);
    assertThat(data.classIndex(1)).isEqualTo(LabeledDataset.UNLABELED);
    assertThat(data.classIndex(2)).isZero();
    assertThat(data).hasToString("LabeledDataset[3 × 2, classes [ant, cat]]");
  }

  @Test
  void isFollowedByAnother() {
    LabeledDataset first = labelled("cat", null, "ant").withFeatureNames(List.of("age", "weight"));
    LabeledDataset both = first.followedBy(labelled("bee", "ant", null));
    assertThat(both.classNames()).containsExactly("ant", "cat", "bee");
    assertThat(both.featureNames()).containsExactly("age", "weight");
    assertThat(IntStream.range(0, both.size()).mapToObj(both::label))
        .containsExactly("cat", null, "ant", "bee", "ant", null);
    assertThat(both.indicesOf("ant")).containsExactly(2, 4);
    assertThat(both.observation(2)).containsExactly(2, 20);
    assertThat(both.observation(4)).containsExactly(1, 10);
    assertThat(labelled("ant").followedBy(first).featureNames()).containsExactly("age", "weight");
    assertThat(labelled("ant").followedBy(labelled("ant")).featureNames())
        .containsExactly("x0", "x1");
  }

  @Test
  void isNotFollowedByOtherFeatures() {
    LabeledDataset data = labelled("cat").withFeatureNames(List.of("age", "weight"));
    assertRejected(
        () -> data.followedBy(labelled("cat").withFeatureNames(List.of("age", "height"))),
        "feature 1 of other is \"height\", of the data it follows \"weight\"; they must be the"
            + " same");
    assertRejected(
        () -> data.followedBy(LabeledDataset.of(new float[][] {{1}}, new int[] {0})),
        "other has 1 features, the data it follows have 2");
  }

  @Test
  void takesNumbersAsLabels() {
    LabeledDataset data = LabeledDataset.of(numbered(4), new int[] {10, -1, 2, 10});
    assertThat(data.classNames()).containsExactly("2", "10");
    assertThat(data.label(0)).isEqualTo("10");
    assertThat(data.label(1)).isNull();
    assertThat(LabeledDataset.of(new double[][] {{1}}, new int[] {0}).label(0)).isEqualTo("0");
    assertThat(LabeledDataset.of(new float[][] {{1}}, new int[] {Integer.MAX_VALUE}).classNames())
        .containsExactly("2147483647");
  }

  @Test
  void takesDoublesWithNames() {
    LabeledDataset data = LabeledDataset.of(new double[][] {{0.5}}, new String[] {"a"});
    assertThat(data.observation(0)).containsExactly(0.5f);
  }

  @Test
  void knowsNoClassWhenNothingIsLabelled() {
    LabeledDataset data = LabeledDataset.unlabeled(numbered(2));
    assertThat(data.classNames()).isEmpty();
    assertThat(data.label(0)).isNull();
    assertThat(LabeledDataset.of(numbered(2), new int[] {-1, -1}).classNames()).isEmpty();
  }

  @Test
  void isUntouchedByLaterChangesOfItsInput() {
    String[] names = {"a", "b"};
    int[] numbers = {1, 2};
    LabeledDataset byName = LabeledDataset.of(numbered(2), names);
    LabeledDataset byNumber = LabeledDataset.of(numbered(2), numbers);
    names[0] = "z";
    numbers[0] = 7;
    assertThat(byName.label(0)).isEqualTo("a");
    assertThat(byNumber.label(0)).isEqualTo("1");
  }

  @Test
  void handsOutImmutableLists() {
    LabeledDataset data = labelled("a", "b");
    assertThatThrownBy(() -> data.classNames().set(0, "z"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> data.featureNames().set(0, "z"))
        .isInstanceOf(UnsupportedOperationException.class);
    data.observation(0)[0] = 9;
    assertThat(data.observation(0)).containsExactly(0, 0);
  }

  @Test
  void rejectsAWrongNumberOfLabels() {
    assertRejected(
        () -> LabeledDataset.of(numbered(3), new String[] {"a", "b"}),
        "labels has 2 entries, features has 3 rows");
    assertRejected(
        () -> LabeledDataset.of(numbered(1), new int[] {1, 2}),
        "labels has 2 entries, features has 1 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void rejectsBlankLabels(String blank) {
    assertRejected(
        () -> labelled("a", blank),
        "labels[1] (\"" + blank + "\") must not be blank; null means unlabelled");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, Integer.MIN_VALUE})
  void rejectsNumbersBelowMinusOne(int label) {
    assertRejected(
        () -> LabeledDataset.of(numbered(2), new int[] {0, label}),
        "labels[1] (" + label + ") must be at least 0, or -1 for unlabelled");
  }

  @Test
  void rejectsFeaturesThatAreNotValid() {
    assertRejected(
        () -> LabeledDataset.of(new float[][] {{1, Float.NaN}}, new int[] {0}),
        "features[0][1] (NaN) must be a finite float");
  }

  @Test
  void rejectsObservationsThatDoNotExist() {
    LabeledDataset data = labelled("a", "b");
    for (int index : new int[] {-1, 2}) {
      assertThatThrownBy(() -> data.label(index)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> data.classIndex(index))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> data.observation(index))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> data.select(index)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertRejected(() -> data.select(), "rows is empty; at least one row is needed");
  }

  @Test
  void findsTheMembersOfAClass() {
    LabeledDataset data = labelled("a", null, "b", "a");
    assertThat(data.indicesOf("a")).containsExactly(0, 3);
    assertThat(data.select(1, 2).indicesOf("a")).isEmpty();
    assertRejected(() -> data.indicesOf("z"), "class \"z\" is not among the classes [a, b]");
  }

  @Test
  void selectsWithRepetitionAndKeepsNames() {
    LabeledDataset data = labelled("a", null, "b").withFeatureNames(List.of("u", "v"));
    LabeledDataset view = data.select(1, 1, 0).select(2, 0);
    assertThat(view.size()).isEqualTo(2);
    assertThat(view.label(0)).isEqualTo("a");
    assertThat(view.label(1)).isNull();
    assertThat(view.observation(0)).containsExactly(0, 0);
    assertThat(view.observation(1)).containsExactly(1, 10);
    assertThat(view.classNames()).containsExactly("a", "b");
    assertThat(view.featureNames()).containsExactly("u", "v");
  }

  @Test
  void namesFeaturesWhenNoOneElseDoes() {
    assertThat(labelled("a").featureNames()).containsExactly("x0", "x1");
    assertThat(labelled("a").withFeatureNames(List.of("u", "v")).featureNames())
        .containsExactly("u", "v");
  }

  @Test
  void rejectsFeatureNamesThatDoNotFit() {
    assertRejected(
        () -> labelled("a").withFeatureNames(List.of("u")),
        "featureNames has 1 entries, the data have 2 features");
    assertRejected(
        () -> labelled("a").withFeatureNames(List.of("u", "u")),
        "featureNames has \"u\" twice; names must be distinct");
  }

  @Test
  void swapsFeaturesUnderTheSameLabels() {
    LabeledDataset data = labelled("a", null).withFeatureNames(List.of("u", "v"));
    LabeledDataset sameWidth = data.withFeatures(FeatureMatrix.of(new float[][] {{7, 8}, {9, 1}}));
    assertThat(sameWidth.observation(0)).containsExactly(7, 8);
    assertThat(sameWidth.label(0)).isEqualTo("a");
    assertThat(sameWidth.label(1)).isNull();
    assertThat(sameWidth.featureNames()).containsExactly("u", "v");
    LabeledDataset wider =
        data.withFeatures(FeatureMatrix.of(new float[][] {{7, 8, 9}, {9, 1, 2}}));
    assertThat(wider.featureNames()).containsExactly("x0", "x1", "x2");
    assertThat(data.observation(0)).containsExactly(0, 0);
    assertRejected(
        () -> data.withFeatures(numbered(3)), "labels has 2 entries, features has 3 rows");
  }

  @Test
  void takesClassesFromOutside() {
    LabeledDataset data = labelled("b", null, "a");
    List<String> names = new ArrayList<>(List.of("c", "b", "a"));
    LabeledDataset wider = data.withClassNames(names);
    names.set(0, "z");
    assertThat(wider.classNames()).containsExactly("c", "b", "a");
    assertThat(wider.classIndex(0)).isEqualTo(1);
    assertThat(wider.classIndex(1)).isEqualTo(LabeledDataset.UNLABELED);
    assertThat(wider.classIndex(2)).isEqualTo(2);
    assertThat(wider.label(2)).isEqualTo("a");
    assertThat(wider.indicesOf("c")).isEmpty();
    assertThat(wider.withClassNames(List.of("a", "b")).classIndex(0)).isEqualTo(1);
  }

  @Test
  void rejectsClassesThatDoNotFit() {
    assertRejected(
        () -> labelled("a", "b").withClassNames(List.of("a", "c")),
        "label \"b\" of observation 1 is not among the classes [a, c]");
    assertRejected(
        () -> labelled("a").withClassNames(List.of("a", "b", "a")),
        "classNames has \"a\" twice; names must be distinct");
    assertRejected(
        () -> labelled("a").withClassNames(List.of("a", " ")),
        "classNames[1] (\" \") must not be blank");
  }
}
