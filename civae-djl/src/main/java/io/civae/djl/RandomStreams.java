package io.civae.djl;

/**
 * The purposes random numbers are drawn for: the first element of a {@link
 * io.civae.spi.SeededRandom} path. Their values are part of what a seed means; never reuse one.
 */
final class RandomStreams {

  /** Initial weights; no further path. */
  static final long WEIGHTS = 1;

  /** The order of observations; then the epoch, from 1. */
  static final long ORDER = 2;

  /** The noise ε of the latent sample; then the step, from 0. */
  static final long NOISE = 3;

  /** Dropout; then the step, from 0, and the dropout layer. */
  static final long DROPOUT = 4;

  /** The seed of a classifier, from which its own weights, order and dropout come. */
  static final long CLASSIFIER = 5;

  private RandomStreams() {}
}
