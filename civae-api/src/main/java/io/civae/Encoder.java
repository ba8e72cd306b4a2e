package io.civae;

import io.civae.data.FeatureMatrix;

/**
 * Maps observations to their posteriors {@code q(z|x) = N(μ(x), diag σ²(x))}. Deterministic and
 * thread-safe.
 */
public interface Encoder {

  /**
   * Encodes observations.
   *
   * @param x {@code n × featureCount()}
   * @return n posteriors
   * @throws IllegalArgumentException if the number of features is wrong or a value is not finite
   */
  LatentDistribution encode(FeatureMatrix x);

  /**
   * Encodes observations.
   *
   * @param x {@code [n][featureCount()]}, n at least 1
   * @return n posteriors
   * @throws IllegalArgumentException if {@code x} is empty or ragged, has the wrong number of
   *     features or a value that is not finite; the message names row and column
   */
  default LatentDistribution encode(float[][] x) {
    return encode(FeatureMatrix.of(x));
  }

  /**
   * Encodes one observation to its posterior mean.
   *
   * @param x {@code [featureCount()]}
   * @return μ, {@code [latentDim()]}; the array belongs to the caller
   * @throws IllegalArgumentException if the number of features is wrong or a value is not finite
   */
  default float[] mean(float[] x) {
    return encode(new float[][] {x}).mean()[0];
  }

  /**
   * The number of features of an observation.
   *
   * @return at least 1
   */
  int featureCount();

  /**
   * The size of the latent space.
   *
   * @return at least 1
   */
  int latentDim();
}
