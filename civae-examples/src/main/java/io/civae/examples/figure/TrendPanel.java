package io.civae.examples.figure;

import java.util.List;

/**
 * The curve of one gene along a walk.
 *
 * @param name of the gene
 * @param note a line under its name
 * @param mean at each step, at least two of them, finite
 * @param spread around the mean at each step, as many, finite and at least 0
 * @param realStart the mean of real cells at the start
 * @param realEnd the mean of real cells at the end
 */
public record TrendPanel(
    String name,
    String note,
    List<Double> mean,
    List<Double> spread,
    double realStart,
    double realEnd) {

  /** Copies the values. */
  public TrendPanel {
    mean = List.copyOf(mean);
    spread = List.copyOf(spread);
    if (mean.size() < 2 || spread.size() != mean.size()) {
      throw new IllegalArgumentException(
          "panel %s has %d means and %d spreads; at least two and as many are needed"
              .formatted(name, mean.size(), spread.size()));
    }
  }

  private double extreme(int sign) {
    double extreme = sign * Math.max(sign * realStart, sign * realEnd);
    for (int i = 0; i < mean.size(); i++) {
      extreme = sign * Math.max(sign * extreme, sign * (mean.get(i) + sign * spread.get(i)));
    }
    return extreme;
  }

  double low() {
    return extreme(-1);
  }

  double high() {
    return extreme(1);
  }
}
