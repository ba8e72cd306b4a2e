package io.civae;

import io.civae.data.FeatureMatrix;
import io.civae.internal.model.Rows;

/**
 * Maps observations to their posteriors {@code q(z|x) = N(μ(x), diag σ²(x))}. Deterministic and
 * thread-safe.
 *
 * <p>With a likelihood {@linkplain Likelihood#isOfCounts() of counts} negative values are refused;
 * values need not be whole, so that expected counts can be encoded again.
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
   * Encodes observations into arrays that the caller keeps, row after row: what {@link
   * #encode(FeatureMatrix)} gives, without an object for each row.
   *
   * @param x {@code n × featureCount()}
   * @param mean receives μ; of length {@code n · latentDim()}, row i starts at {@code i ·
   *     latentDim()}
   * @param logVariance receives log σ², likewise
   * @throws IllegalArgumentException if the number of features or the length of an array is wrong,
   *     or a value is not finite; what the arrays hold then is undefined
   */
  default void encodeInto(FeatureMatrix x, float[] mean, float[] logVariance) {
    Rows.checkLength("mean", mean, x.rows(), latentDim());
    Rows.checkLength("logVariance", logVariance, x.rows(), latentDim());
    LatentDistribution posteriors = encode(x);
    Rows.join(posteriors.mean(), mean);
    Rows.join(posteriors.logVariance(), logVariance);
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
