package io.civae.examples.figure;

import io.civae.examples.picture.Ink;

/**
 * Colours that differ for readers with any of the three kinds of colour blindness: ten for classes
 * (Petroff, "Accessible color sequences for data visualization", 2021) and a scale from blue
 * through white to orange for signed values.
 */
final class Palette {

  private static final int[] CLASSES = {
    0x3F90DA, 0xFFA90E, 0xBD1F01, 0x94A4A2, 0x832DB6, 0xA96B59, 0xE76300, 0xB9AC70, 0x717581,
    0x92DADD
  };

  private static final int BELOW = 0x0B4F9E;
  private static final int ABOVE = 0xC25100;

  /** What a figure points at, for instance a walk that fails. */
  static final int ALARM = 0xD55E00;

  private Palette() {}

  static int size() {
    return CLASSES.length;
  }

  static int color(int index) {
    return CLASSES[index];
  }

  /** The colour of a value from −1, blue, through 0, white, to 1, orange; clipped. */
  static int signed(double value) {
    double clipped = Math.max(-1, Math.min(1, value));
    return Ink.mix(Ink.WHITE, clipped < 0 ? BELOW : ABOVE, Math.abs(clipped));
  }
}
