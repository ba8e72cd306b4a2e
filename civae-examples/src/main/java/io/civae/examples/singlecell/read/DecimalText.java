package io.civae.examples.singlecell.read;

/** Numbers as text files spell them: decimal digits, with point and exponent if need be. */
final class DecimalText {

  private static final int LONGEST = 64;

  private DecimalText() {}

  /**
   * The number that a text spells; NaN when it spells none, for {@code NaN} and words included.
   * {@code Double.parseDouble} would also take hexadecimal numbers and the suffixes of Java.
   */
  static double parse(CharSequence text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return Double.NaN;
    }
    boolean digits = length <= 9;
    boolean anyDigit = false;
    int integer = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        anyDigit = true;
        integer = integer * 10 + (c - '0');
      } else if (c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E') {
        digits = false;
      } else {
        return Double.NaN;
      }
    }
    if (digits) {
      return integer;
    }
    if (!anyDigit) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text.toString());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
