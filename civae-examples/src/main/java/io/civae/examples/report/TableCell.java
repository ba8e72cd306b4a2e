package io.civae.examples.report;

import java.util.Locale;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param detail what it says in smaller print beside it, for instance an interval; may be empty
 * @param best whether it is the best of its row, and bold
 */
public record TableCell(String text, String detail, boolean best) {

  /**
   * A cell with a text.
   *
   * @param text the text
   * @return the cell
   */
  public static TableCell text(String text) {
    return new TableCell(text, "", false);
  }

  /**
   * A cell that says that there is no figure.
   *
   * @return the cell
   */
  public static TableCell missing() {
    return text("\u2013");
  }

  /**
   * A mean and half the width of its interval.
   *
   * @param mean the mean
   * @param plusMinus at least 0; NaN when there is no interval, which is then left out
   * @param decimals digits after the point, from 0 to 9
   * @return the cell
   * @throws IllegalArgumentException if {@code plusMinus} is negative or {@code decimals} is out of
   *     its range
   */
  public static TableCell mean(double mean, double plusMinus, int decimals) {
    if (plusMinus < 0) {
      throw new IllegalArgumentException("plusMinus (" + plusMinus + ") must be at least 0");
    }
    String detail = Double.isNaN(plusMinus) ? "" : "\u00b1 " + fixed(plusMinus, decimals);
    return new TableCell(fixed(mean, decimals), detail, false);
  }

  /**
   * An estimate and its interval.
   *
   * @param estimate the estimate
   * @param low the interval's lower end
   * @param high the interval's upper end
   * @param decimals digits after the point, from 0 to 9
   * @return the cell
   * @throws IllegalArgumentException if {@code low} is above {@code high} or {@code decimals} is
   *     out of its range
   */
  public static TableCell interval(double estimate, double low, double high, int decimals) {
    if (low > high) {
      throw new IllegalArgumentException("low (" + low + ") must not be above high (" + high + ")");
    }
    String detail = "[" + fixed(low, decimals) + ", " + fixed(high, decimals) + "]";
    return new TableCell(fixed(estimate, decimals), detail, false);
  }

  /**
   * The same cell as the best of its row.
   *
   * @return the cell, bold
   */
  public TableCell asBest() {
    return new TableCell(text, detail, true);
  }

  private static String fixed(double value, int decimals) {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals (" + decimals + ") must be from 0 to 9");
    }
    if (Double.isNaN(value)) {
      return "\u2013";
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
