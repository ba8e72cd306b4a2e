package io.civae.examples.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a column writes its numbers, and between which bounds they lie.
 *
 * @param fewest decimals that a value has
 * @param most decimals that a value has
 * @param digits the most significant digits that a value has
 * @param exponent 0 when no value has an exponent, else the letter before it
 * @param low the least value
 * @param high the greatest value
 */
record DecimalForm(
    int fewest, int most, int digits, char exponent, BigDecimal low, BigDecimal high) {

  /** Below this many digits before the point a number is clearer without an exponent. */
  private static final int PLAIN_DIGITS = 8;

  /** The form of one number as the file has it. */
  static DecimalForm of(String number) {
    BigDecimal value = new BigDecimal(number);
    char letter = number.indexOf('e') >= 0 ? 'e' : number.indexOf('E') >= 0 ? 'E' : 0;
    int decimals = letter == 0 ? value.scale() : 0;
    return new DecimalForm(decimals, decimals, value.precision(), letter, value, value);
  }

  /** The form of a column that has the numbers of both. */
  DecimalForm and(DecimalForm other) {
    return new DecimalForm(
        Math.min(fewest, other.fewest),
        Math.max(most, other.most),
        Math.max(digits, other.digits),
        exponent == 0 ? other.exponent : exponent,
        low.min(other.low),
        high.max(other.high));
  }

  boolean integer() {
    return most == 0 && exponent == 0;
  }

  /** A value in the column's form, moved into its bounds by no more than rounding asks for. */
  String text(float value) {
    BigDecimal exact = new BigDecimal(Float.toString(value));
    return exponent == 0 ? plain(exact) : scientific(exact);
  }

  private String plain(BigDecimal exact) {
    BigDecimal rounded =
        within(exact.setScale(most, RoundingMode.HALF_EVEN))
            .setScale(most, RoundingMode.UNNECESSARY);
    // A column that writes 4.5 beside 13.64 drops zeros at the end.
    BigDecimal stripped = rounded.stripTrailingZeros();
    BigDecimal kept =
        stripped.scale() < fewest ? stripped.setScale(fewest, RoundingMode.UNNECESSARY) : stripped;
    return kept.toPlainString();
  }

  private String scientific(BigDecimal exact) {
    BigDecimal rounded =
        within(exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))).stripTrailingZeros();
    boolean plain = rounded.scale() <= 0 && rounded.precision() - rounded.scale() < PLAIN_DIGITS;
    return plain ? rounded.toPlainString() : rounded.toString().replace('E', exponent);
  }

  private BigDecimal within(BigDecimal value) {
    return value.max(low).min(high);
  }
}
