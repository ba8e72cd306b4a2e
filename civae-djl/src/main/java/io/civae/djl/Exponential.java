package io.civae.djl;

/**
 * exp and log(1 + x) of many numbers. {@code Math.exp} is exact to the last bit of a double, which
 * no float can show, and one call for each number; this is arithmetic alone, which the JIT compiler
 * turns into vector instructions.
 */
final class Exponential {

  /** Exponents are cut off there: for a float, 1 + e⁻⁴⁰ is 1 and 1 + e⁴⁰ is e⁴⁰. */
  private static final double MOST = 40;

  /** 2⁶: a sixty-fourth of the exponent is near 0, and six squarings take it back. */
  private static final double PARTS = 64;

  /** 1 / n!, of Taylor's series. */
  private static final double C2 = 1.0 / 2;

  private static final double C3 = C2 / 3;
  private static final double C4 = C3 / 4;
  private static final double C5 = C4 / 5;
  private static final double C6 = C5 / 6;
  private static final double C7 = C6 / 7;
  private static final double C8 = C7 / 8;
  private static final double C9 = C8 / 9;
  private static final double C10 = C9 / 10;
  private static final double C11 = C10 / 11;

  private Exponential() {}

  /**
   * Replaces the first {@code size} values by their exponentials, with a relative error below 10⁻⁹.
   */
  static void apply(double[] values, int size) {
    for (int j = 0; j < size; j++) {
      double x = Math.max(Math.min(values[j], MOST), -MOST) * (1 / PARTS);
      double high = ((((C11 * x + C10) * x + C9) * x + C8) * x + C7) * x + C6;
      double e = (((((high * x + C5) * x + C4) * x + C3) * x + C2) * x + 1) * x + 1;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      values[j] = e * e;
    }
  }

  /**
   * Replaces the first {@code size} values, from 0 to 1, by the logarithms of 1 + the value, with a
   * relative error below 10⁻⁹.
   */
  static void logOfOnePlus(double[] values, int size) {
    for (int j = 0; j < size; j++) {
      // log(1 + x) = 2 artanh(x / (2 + x)), whose series in u ≤ 1/3 gains a digit with each term.
      double u = values[j] / (2 + values[j]);
      double v = u * u;
      double high = (((v / 17 + 1.0 / 15) * v + 1.0 / 13) * v + 1.0 / 11) * v + 1.0 / 9;
      values[j] = 2 * u * ((((high * v + 1.0 / 7) * v + 1.0 / 5) * v + 1.0 / 3) * v + 1);
    }
  }
}
