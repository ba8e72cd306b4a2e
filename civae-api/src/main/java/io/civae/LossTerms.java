package io.civae;

/**
 * The terms of the objective {@code J = L + α·KL + β·CE}, each a mean in nats, without its factor.
 *
 * @param total J, the weighted sum
 * @param reconstruction L, summed over features, mean over observations, see {@link Likelihood}
 * @param klDivergence KL from the posterior to N(0, I), mean over observations
 * @param discriminator CE, the softmax cross-entropy, mean over labelled observations, which count
 *     as {@link ClassWeighting} says; 0 when there are none
 * @param discriminatorAccuracy share of labelled observations whose class the discriminator puts on
 *     top, in [0, 1]; NaN when there are none
 */
public record LossTerms(
    double total,
    double reconstruction,
    double klDivergence,
    double discriminator,
    double discriminatorAccuracy) {}
