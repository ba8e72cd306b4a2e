package io.civae;

import java.util.Optional;

/**
 * What one epoch of training came to.
 *
 * @param epoch from 1
 * @param training means over the epoch's batches, with sampling and dropout, while the parameters
 *     moved
 * @param validation on the validation data after the epoch, from the posterior means with running
 *     batch statistics and no dropout; empty when there are no validation data
 * @param learningRate the rate of the epoch's last step
 * @param seconds how long the epoch took
 */
public record EpochMetrics(
    int epoch,
    LossTerms training,
    Optional<LossTerms> validation,
    double learningRate,
    double seconds) {}
