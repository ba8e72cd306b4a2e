package io.civae.evaluation;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;

/**
 * How well a linear classifier tells the classes apart in the latent space, from posterior means of
 * labelled observations. The classifier is a multinomial logistic regression on standardised
 * latents, fitted for the purpose, not the model's own discriminator.
 *
 * <p>The first two figures take the L2 penalty that statistical software takes by default (C = 1).
 * The third takes none: whether there is any linear rule that separates the observations is a
 * question about the observations alone, and a penalty would answer another one.
 *
 * <p>The regression has {@code k · (h + 1)} parameters for k classes and h columns; more than 8,192
 * are refused, for the solver's memory grows with their square.
 *
 * @param heldOut fitted on training latents, accuracy on test latents, in [0, 1]
 * @param resubstitution fitted and scored on the same test latents, the protocol behind the paper's
 *     Table 1; optimistic, to be shown only beside {@code heldOut}
 * @param unpenalized the same without a penalty: the maximum-likelihood fit, 1 if and only if the
 *     classes of the test latents are linearly separable (up to the optimiser's tolerance). Where
 *     only some can be separated it has no minimum, and the rule after 2,000 iterations is taken
 */
public record LinearSeparability(double heldOut, double resubstitution, double unpenalized) {

  static final double COST = 1;

  /**
   * Measures a model.
   *
   * @param model that encodes
   * @param training labelled observations to fit on; unlabelled ones are left out
   * @param test labelled observations to score on, with the same classes
   * @return the accuracies
   * @throws IllegalArgumentException if a set has fewer than two classes with members, or there are
   *     too many parameters
   * @throws IllegalStateException if a regression with a penalty does not converge
   */
  public static LinearSeparability of(
      CiVaeModel model, LabeledDataset training, LabeledDataset test) {
    return of(
        LabelledRows.latents(model, training, "training"),
        LabelledRows.latents(model, test, "test"));
  }

  /**
   * Measures observations as they are, without a model: what there is to compare latents with, such
   * as principal components.
   *
   * @param training labelled observations to fit on; unlabelled ones are left out
   * @param test labelled observations to score on, with the same classes
   * @return the accuracies
   * @throws IllegalArgumentException if a set has fewer than two classes with members, or there are
   *     too many parameters
   * @throws IllegalStateException if a regression with a penalty does not converge
   */
  public static LinearSeparability ofFeatures(LabeledDataset training, LabeledDataset test) {
    return of(
        LabelledRows.features(training, training.classNames(), "training"),
        LabelledRows.features(test, training.classNames(), "test"));
  }

  private static LinearSeparability of(LabelledRows fitted, LabelledRows scored) {
    return new LinearSeparability(
        LogisticRegression.fit(fitted.rows(), fitted.classes(), COST)
            .accuracy(scored.rows(), scored.classes()),
        LogisticRegression.fit(scored.rows(), scored.classes(), COST)
            .accuracy(scored.rows(), scored.classes()),
        LogisticRegression.fit(scored.rows(), scored.classes(), Double.POSITIVE_INFINITY)
            .accuracy(scored.rows(), scored.classes()));
  }
}
