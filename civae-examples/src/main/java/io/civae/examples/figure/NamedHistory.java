package io.civae.examples.figure;

import io.civae.TrainingHistory;

/**
 * The training of one model.
 *
 * @param name of the model
 * @param history its epochs
 */
public record NamedHistory(String name, TrainingHistory history) {}
