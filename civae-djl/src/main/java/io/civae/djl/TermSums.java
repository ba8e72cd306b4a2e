package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.LossTerms;

/** Adds up the terms of batches to means over all their observations. */
final class TermSums {

  private double reconstruction;
  private double klDivergence;
  private double discriminator;
  private long rows;
  private long labelled;
  private long correct;

  void add(BatchTerms.Values values) {
    BatchTerms.Score score = values.score();
    reconstruction += (double) values.reconstruction() * score.rows();
    klDivergence += (double) values.klDivergence() * score.rows();
    discriminator += (double) values.discriminator() * score.labelled();
    rows += score.rows();
    labelled += score.labelled();
    correct += score.correct();
  }

  LossTerms means(CiVaeConfig config) {
    double meanReconstruction = reconstruction / rows;
    double meanDivergence = klDivergence / rows;
    double meanDiscriminator = labelled == 0 ? 0 : discriminator / labelled;
    return new LossTerms(
        meanReconstruction + config.alpha() * meanDivergence + config.beta() * meanDiscriminator,
        meanReconstruction,
        meanDivergence,
        meanDiscriminator,
        labelled == 0 ? Double.NaN : (double) correct / labelled);
  }
}
