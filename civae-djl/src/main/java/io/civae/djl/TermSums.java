package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.LossTerms;
import io.civae.spi.ClassWeights;
import java.util.Map;

/** Adds up the terms of batches to means over all their observations. */
final class TermSums {

  private static final String RECONSTRUCTION = "reconstruction";
  private static final String KL_DIVERGENCE = "klDivergence";
  private static final String DISCRIMINATOR = "discriminator";
  private static final String ROWS = "rows";
  private static final String LABELLED = "labelled";
  private static final String CORRECT = "correct";
  private static final String WEIGHT = "weight";
  private static final String SECONDS = "seconds";

  private double reconstruction;
  private double klDivergence;
  private double discriminator;
  private double rows;
  private double labelled;
  private double correct;
  private double weight;
  private final double seconds;

  /** Goes on from {@link #values}; no values for none yet. */
  TermSums(Map<String, Double> values) {
    reconstruction = of(values, RECONSTRUCTION);
    klDivergence = of(values, KL_DIVERGENCE);
    discriminator = of(values, DISCRIMINATOR);
    rows = of(values, ROWS);
    labelled = of(values, LABELLED);
    correct = of(values, CORRECT);
    // Sums of a time before there were weights are without it: there each label counted 1.
    weight = values.getOrDefault(WEIGHT, labelled);
    seconds = of(values, SECONDS);
  }

  private static double of(Map<String, Double> values, String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** How long the epoch had taken when the values were kept. */
  double seconds() {
    return seconds;
  }

  /** The sums so far, to be kept. */
  Map<String, Double> values(double epochSeconds) {
    return Map.of(
        RECONSTRUCTION,
        reconstruction,
        KL_DIVERGENCE,
        klDivergence,
        DISCRIMINATOR,
        discriminator,
        ROWS,
        rows,
        LABELLED,
        labelled,
        CORRECT,
        correct,
        WEIGHT,
        weight,
        SECONDS,
        epochSeconds);
  }

  /** {@code batchWeight} is that of the batch's labels, see {@link ClassWeights#sum}. */
  void add(BatchTerms.Values values, double batchWeight) {
    BatchTerms.Score score = values.score();
    reconstruction += (double) values.reconstruction() * score.rows();
    klDivergence += (double) values.klDivergence() * score.rows();
    discriminator += values.discriminator() * batchWeight;
    rows += score.rows();
    labelled += score.labelled();
    correct += score.correct();
    weight += batchWeight;
  }

  LossTerms means(CiVaeConfig config) {
    double meanReconstruction = reconstruction / rows;
    double meanDivergence = klDivergence / rows;
    double meanDiscriminator = labelled == 0 ? 0 : discriminator / weight;
    return new LossTerms(
        meanReconstruction + config.alpha() * meanDivergence + config.beta() * meanDiscriminator,
        meanReconstruction,
        meanDivergence,
        meanDiscriminator,
        labelled == 0 ? Double.NaN : correct / labelled);
  }
}
