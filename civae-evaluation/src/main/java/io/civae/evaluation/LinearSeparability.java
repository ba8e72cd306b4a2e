package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;

/**
 * How well a linear classifier tells the classes apart in the latent space, from posterior means of
 * labelled observations. The classifier is a logistic regression fitted for the purpose (one
 * against the rest, L2 penalty with C = 1 on standardised latents, LIBLINEAR), not the model's own
 * discriminator.
 *
 * @param heldOut fitted on training latents, accuracy on test latents, in [0, 1]
 * @param resubstitution fitted and scored on the same test latents, the protocol behind the paper's
 *     Table 1; optimistic, to be shown only beside {@code heldOut}
 */
public record LinearSeparability(double heldOut, double resubstitution) {

  /**
   * Measures a model.
   *
   * @param model that encodes
   * @param training labelled observations to fit on; unlabelled ones are left out
   * @param test labelled observations to score on, with the same classes
   * @return the accuracies
   * @throws IllegalArgumentException if a set has fewer than two classes with members
   */
  public static LinearSeparability of(
      CiVaeModel model, LabeledDataset training, LabeledDataset test) {
    LabelledRows fitted = LabelledRows.latents(model, training, "training");
    LabelledRows scored = LabelledRows.latents(model, test, "test");
    return new LinearSeparability(
        LogisticRegression.fit(fitted.rows(), fitted.classes())
            .accuracy(scored.rows(), scored.classes()),
        LogisticRegression.fit(scored.rows(), scored.classes())
            .accuracy(scored.rows(), scored.classes()));
  }
}
