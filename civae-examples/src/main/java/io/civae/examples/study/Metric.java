package io.civae.examples.study;

import io.civae.evaluation.ConfidenceInterval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured on every model; names, meaning and units as in docs/study.md. */
enum Metric {
  SSE("sse", "squared error per image", Better.LOWER, 1, 3),
  SSE_SAMPLED("sse.sampled", "the same from a sampled z", Better.LOWER, 1, 3),
  MSE("mse", "squared error per pixel", Better.LOWER, 1, 5),
  MAE("mae", "absolute error per pixel, of [0, 1]", Better.LOWER, 1, 5),
  MAE_255("mae255", "absolute error per pixel, of 0-255", Better.LOWER, 1, 3),
  PAPER_ERROR(
      "paperError", "the paper's \"MAE\": 200 x squared error per pixel", Better.LOWER, 1, 3),
  KL("kl", "KL divergence, nats", Better.NEITHER, 1, 1),
  HELD_OUT("separability.heldOut", "linear separability, held out", Better.HIGHER, 100, 2),
  RESUBSTITUTION(
      "separability.resubstitution",
      "linear separability, resubstitution (the paper's)",
      Better.HIGHER,
      100,
      2),
  SEPARABLE("separability.unpenalized", "the same fitted without a penalty", Better.HIGHER, 100, 2),
  HELD_OUT_FEW_LABELS(
      "separability.heldOutFewLabels",
      "the same, fitted on the labelled images only",
      Better.HIGHER,
      100,
      2),
  DISCRIMINATOR(
      "discriminator.accuracy", "own discriminator, test accuracy", Better.HIGHER, 100, 2),
  IN_CLASS("path.inClass", "walk points in class, by the judge", Better.HIGHER, 100, 2),
  IN_CLASS_LOW("path.inClass.low", "lower end of its 95 % interval", Better.NEITHER, 100, 2),
  IN_CLASS_HIGH("path.inClass.high", "upper end of its 95 % interval", Better.NEITHER, 100, 2),
  WHOLE_WALKS("path.wholeWalks", "walks wholly in class", Better.HIGHER, 100, 2),
  WORST_CLASS("path.worstClass", "walk points in class, worst class", Better.HIGHER, 100, 2),
  FRECHET("path.frechet", "Frechet distance of walks to real images", Better.LOWER, 1, 3),
  RELATIVE_LENGTH(
      "path.relativeLength", "length of walks over the direct way", Better.NEITHER, 1, 3),
  SMOOTHNESS("path.smoothness", "variation of step lengths", Better.LOWER, 1, 3),
  HOLE("path.hole", "lowest log density along walks, nats", Better.NEITHER, 1, 1),
  ROUND_TRIP("path.roundTrip", "round trip of latents", Better.NEITHER, 1, 3);

  /** Which way is better; neither where scales differ from model to model. */
  enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }

  private final String key;
  private final String label;
  private final Better better;
  private final int scale;
  private final int decimals;

  Metric(String key, String label, Better better, int scale, int decimals) {
    this.key = key;
    this.label = label;
    this.better = better;
    this.scale = scale;
    this.decimals = decimals;
  }

  /** In files. */
  String key() {
    return key;
  }

  /** In tables, with its unit. */
  String label() {
    return scale == 100 ? label + ", %" : label;
  }

  Better better() {
    return better;
  }

  int decimals() {
    return decimals;
  }

  /** A value in the unit of tables. */
  double scaled(double value) {
    return scale * value;
  }

  /** The best mean among rows; empty where no way is better or none has it. */
  Optional<Double> best(List<RowResult> rows) {
    Comparator<Double> order =
        better == Better.LOWER
            ? Comparator.<Double>naturalOrder().reversed()
            : Comparator.naturalOrder();
    return better == Better.NEITHER
        ? Optional.empty()
        : rows.stream()
            .flatMap(row -> row.mean(this).stream())
            .map(ConfidenceInterval::estimate)
            .max(order);
  }

  /** A value as tables show it. */
  String text(double value) {
    return Double.isNaN(value)
        ? "-"
        : String.format(Locale.ROOT, "%." + decimals + "f", scaled(value));
  }
}
