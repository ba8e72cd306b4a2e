package io.civae;

/**
 * The reconstruction term L(x, x̂): the negative log-likelihood of an observation given its
 * reconstruction, summed over the d features, in nats.
 *
 * <p>The first two are for values of any kind, up to constants. The others are for counts, such as
 * the molecules of each gene in a cell, with nothing left out. For them features are raw counts,
 * whole numbers from 0 to {@value io.civae.spi.CountLikelihood#LARGEST_COUNT}, and with the library
 * size {@code ℓ = max(1, Σ_j x_j)} of an observation
 *
 * <ul>
 *   <li>the encoder sees {@code log(1 + x_j · s / ℓ)}, s being the median ℓ of the training
 *       observations, scaled as {@link Scaling} says;
 *   <li>the decoder's last layer gives a, whose softmax are the features' shares of the library:
 *       the expected counts are {@code μ_j = ℓ · softmax(a)_j};
 *   <li>the inverse dispersion θ_j is one number for each feature, learnt as its logarithm.
 * </ul>
 *
 * <p>{@link Decoder#decode(float[][])} gives expected counts at library size s; {@link
 * CiVaeModel#countDecoder()} gives them at any other, and all the rest of the distribution.
 *
 * <p>Sources: Lopez et al., Deep generative modeling for single-cell transcriptomics, Nature
 * Methods 15 (2018); Grønbech et al., scVAE, Bioinformatics 36 (2020).
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
  BERNOULLI,

  /**
   * Independent negative binomial counts of mean μ_j and variance {@code μ_j + μ_j² / θ_j}:
   *
   * <pre>
   * L = −Σ_j [ log Γ(x_j + θ_j) − log Γ(θ_j) − log Γ(x_j + 1)
   *            + θ_j log(θ_j / (θ_j + μ_j)) + x_j log(μ_j / (θ_j + μ_j)) ]
   * </pre>
   *
   * <p>Range [0, ∞). With {@code alpha(1)} the objective without its discriminator is the negative
   * evidence lower bound; the default α weighs the KL term far less.
   */
  NEGATIVE_BINOMIAL,

  /**
   * Negative binomial counts q of which a share π_j is replaced by zeros, {@code π_j = 1 / (1 +
   * e^−l_j)} with the logits l of a second last layer of the decoder:
   *
   * <pre>
   * p(0) = π_j + (1 − π_j) q(0)        p(x) = (1 − π_j) q(x)   for x ≥ 1
   * </pre>
   *
   * <p>Expected counts are {@code (1 − π_j) μ_j}. Otherwise as {@link #NEGATIVE_BINOMIAL}.
   */
  ZERO_INFLATED_NEGATIVE_BINOMIAL;

  /**
   * Whether features are counts.
   *
   * @return true for the negative binomial, with or without added zeros
   */
  public boolean isOfCounts() {
    return this == NEGATIVE_BINOMIAL || this == ZERO_INFLATED_NEGATIVE_BINOMIAL;
  }
}
