package io.civae.examples.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The range of an axis, linear or logarithmic, with round ticks. */
record Span(double low, double high, boolean logarithmic) {

  private static final int WANTED_TICKS = 5;

  /** A linear span around values, with a little room at both ends. */
  static Span around(double low, double high) {
    double room = high > low ? 0.05 * (high - low) : Math.max(1e-3, 0.05 * Math.abs(low));
    return new Span(low - room, high + room, false);
  }

  /**
   * A span for values of which none is negative: logarithmic if they spread over a factor of 10.
   */
  static Span ofLosses(double low, double high) {
    if (low > 0 && high / low > 10) {
      double room = Math.pow(high / low, 0.05);
      return new Span(low / room, high * room, true);
    }
    return around(low, high);
  }

  /** Where a value lies, 0 at the low end and 1 at the high one. */
  double share(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** Round values within the span, ascending, at least two. */
  List<Double> ticks() {
    List<Double> ticks = logarithmic ? decades(1) : steps(step());
    if (logarithmic && ticks.size() < 3) {
      ticks = decades(3);
    }
    return ticks.size() < 2 ? steps(step() / 2) : ticks;
  }

  private List<Double> decades(int perDecade) {
    double[] parts = perDecade == 1 ? new double[] {1} : new double[] {1, 2, 5};
    List<Double> ticks = new ArrayList<>();
    for (int e = (int) Math.floor(Math.log10(low)); e <= Math.log10(high); e++) {
      for (double part : parts) {
        double tick = part * Math.pow(10, e);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private double step() {
    double rough = (high - low) / WANTED_TICKS;
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / decade;
    return decade * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  private List<Double> steps(double step) {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick without digits that say nothing. */
  static String label(double tick) {
    if (tick == 0) {
      return "0";
    }
    double size = Math.abs(tick);
    if (size >= 1e6 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.0e", tick);
    }
    String text = String.format(Locale.ROOT, "%.6f", tick);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
