package io.civae;

/** What the decoder applies to its last linear layer. */
public enum OutputActivation {

  /**
   * Chosen at fit: {@link #SOFTMAX} for a likelihood {@linkplain Likelihood#isOfCounts() of
   * counts}, {@link #SIGMOID} for {@link Likelihood#BERNOULLI} and whenever the scaled training
   * values lie in [0, 1], else {@link #LINEAR}.
   */
  AUTO,

  /** Nothing: any real value. */
  LINEAR,

  /** The logistic function {@code 1 / (1 + e^−a)}: values in (0, 1). */
  SIGMOID,

  /**
   * Shares of an observation's library, {@code e^a_j / Σ_k e^a_k}: values in (0, 1) that sum to 1.
   * For likelihoods of counts, and for them alone.
   */
  SOFTMAX
}
