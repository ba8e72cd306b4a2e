package io.civae;

/**
 * A training that diverged went back to an earlier state and goes on with a lower learning rate.
 *
 * @param reason what was not finite, and where
 * @param step the last step made before it went back
 * @param backToStep the step after which it goes on
 * @param rollbacks how often it has gone back so far, this time included
 * @param rateFactor what every learning rate is multiplied by from here on: ½ to the power of
 *     {@code rollbacks}
 */
public record TrainingRollback(
    String reason, long step, long backToStep, int rollbacks, double rateFactor) {}
