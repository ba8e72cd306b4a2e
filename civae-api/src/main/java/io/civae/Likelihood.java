package io.civae;

/**
 * The reconstruction term L(x, x̂): the negative log-likelihood of an observation given its
 * reconstruction, up to constants, summed over the d features, in nats.
 */
public enum Likelihood {

  /**
   * A Gaussian of variance ½ around x̂, which makes the term the squared error {@code L = Σ_j (x_j
   * − x̂_j)²}, in the units of the scaled features. Range [0, ∞).
   */
  GAUSSIAN,

  /**
   * Independent Bernoulli variables: the binary cross-entropy {@code L = −Σ_j [x_j log x̂_j + (1 −
   * x_j) log(1 − x̂_j)]}. Features must lie in [0, 1] after scaling; the decoder ends in a logistic
   * sigmoid.
   */
  BERNOULLI
}
