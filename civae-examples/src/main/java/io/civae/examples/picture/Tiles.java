package io.civae.examples.picture;

/** The shape of square pictures that come as one row of pixels. */
final class Tiles {

  private Tiles() {}

  /**
   * The side of a square.
   *
   * @param pixels how many it has
   * @return its side
   * @throws IllegalArgumentException if no square has that many
   */
  static int side(int pixels) {
    int side = (int) Math.round(Math.sqrt(pixels));
    if (side < 1 || side * side != pixels) {
      throw new IllegalArgumentException("pixels (" + pixels + ") must be a square number");
    }
    return side;
  }
}
