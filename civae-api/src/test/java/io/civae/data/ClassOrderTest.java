package io.civae.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassOrderTest {

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

  @Test
  void ordersWholeNumbersByValueAndOtherNamesAsText() {
    assertThat(labelled("10", "9", "-3", "0").classNames()).containsExactly("-3", "0", "9", "10");
    assertThat(labelled("10", "9", "x").classNames()).containsExactly("10", "9", "x");
    assertThat(labelled("10", "9.5").classNames()).containsExactly("10", "9.5");
    assertThat(labelled("b", "B", "ä", "a").classNames()).containsExactly("B", "a", "b", "ä");
  }

  /** "01" and "1" are equal as numbers but are two classes. */
  @Test
  void keepsNamesApartThatAreEqualAsNumbers() {
    assertThat(labelled("1", "01", "2").classNames()).containsExactly("01", "1", "2");
    assertThat(labelled("0", "-0", "+0").classNames()).containsExactly("+0", "-0", "0");
  }

  @Test
  void survivesNumbersThatOverflowALong() {
    String huge = "99999999999999999999999";
    assertThat(labelled(huge, "2").classNames()).containsExactly("2", huge);
    assertThat(labelled("999999999999999999", "-999999999999999999", "5").classNames())
        .containsExactly("-999999999999999999", "5", "999999999999999999");
  }

  @Test
  void doesNotLetRowOrderDecideTheOrderOfClasses() {
    assertThat(labelled("a", "b", "c").classNames())
        .isEqualTo(labelled("c", "a", "b").classNames());
  }
}
