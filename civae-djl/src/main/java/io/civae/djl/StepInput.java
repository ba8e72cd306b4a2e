package io.civae.djl;

/**
 * The buffers of one training step.
 *
 * @param batch the observations
 * @param noise the random numbers
 */
record StepInput<N extends StepDraws>(BatchBuffer batch, N noise) {}
