package io.civae.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

  /** Linear RGB as it is seen (Machado, Oliveira and Fernandes, 2009, severity 1). */
  enum Vision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    @SuppressWarnings("ImmutableEnumChecker")
    private final double[] matrix;

    Vision(double... matrix) {
      this.matrix = matrix;
    }

    double[] see(double[] rgb) {
      double[] seen = new double[3];
      for (int i = 0; i < 9; i++) {
        seen[i / 3] += matrix[i] * rgb[i % 3];
      }
      for (int i = 0; i < 3; i++) {
        seen[i] = Math.max(0, Math.min(1, seen[i]));
      }
      return seen;
    }
  }

  private static double[] linear(int color) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = (color >> (16 - 8 * i) & 0xFF) / 255.0;
      rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double root(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }

  private static double[] lab(double[] rgb) {
    double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    double y = root(luminance(rgb));
    double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double difference(Vision vision, int first, int second) {
    double[] a = lab(vision.see(linear(first)));
    double[] b = lab(vision.see(linear(second)));
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  /** CIE 1976 differences; 2 is just noticeable side by side. */
  @ParameterizedTest
  @EnumSource
  void keepsColoursApartForEveryReader(Vision vision) {
    for (int i = 0; i < Palette.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(difference(vision, Palette.color(i), Palette.color(j)))
            .as("%d and %d", i, j)
            .isGreaterThan(15);
      }
    }
    assertThat(difference(vision, Palette.signed(-1), Palette.signed(1))).isGreaterThan(60);
  }

  @Test
  void standsOutFromThePaper() {
    for (int i = 0; i < Palette.size(); i++) {
      double contrast = 1.05 / (luminance(linear(Palette.color(i))) + 0.05);
      assertThat(contrast).as("%d", i).isGreaterThan(1.5);
    }
    assertThat(1.05 / (luminance(linear(Palette.ALARM)) + 0.05)).isGreaterThan(3);
  }

  @Test
  void givesThirtyClassesAStyleOfTheirOwn() {
    Set<ClassStyle> styles = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      styles.add(ClassStyle.of(i));
    }
    assertThat(styles).hasSize(30);
  }
}
