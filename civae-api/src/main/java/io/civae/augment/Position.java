package io.civae.augment;

/**
 * Where on the walk from the first to the second parent a synthetic observation lies: {@code t},
 * uniform between two values.
 *
 * @param low in [0, 1]
 * @param high from {@code low} to 1
 */
public record Position(double low, double high) {

  /**
   * Checks the values.
   *
   * @param low in [0, 1]
   * @param high from {@code low} to 1
   * @throws IllegalArgumentException if a value is out of range
   */
  public Position {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "low (" + low + ") and high (" + high + ") must satisfy 0 <= low <= high <= 1");
    }
  }

  /**
   * Anywhere on the walk. The default.
   *
   * @return t uniform in [0, 1)
   */
  public static Position anywhere() {
    return new Position(0, 1);
  }

  /**
   * On a part of the walk, for instance the half near the first parent.
   *
   * @param low in [0, 1]
   * @param high from {@code low} to 1
   * @return t uniform in between
   * @throws IllegalArgumentException if a value is out of range
   */
  public static Position between(double low, double high) {
    return new Position(low, high);
  }

  /**
   * At one place of the walk, for instance its middle.
   *
   * @param t in [0, 1]
   * @return always t
   * @throws IllegalArgumentException if out of range
   */
  public static Position at(double t) {
    return new Position(t, t);
  }
}
