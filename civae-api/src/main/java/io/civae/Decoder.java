package io.civae;

import io.civae.internal.model.Rows;

/**
 * Maps latents to observations in the user's units. Deterministic and thread-safe.
 *
 * <p>With a likelihood {@linkplain Likelihood#isOfCounts() of counts} an observation is decoded to
 * its expected counts at the median library size of the training observations; see {@link
 * CountDecoder} for other sizes.
 */
public interface Decoder {

  /**
   * Decodes latents.
   *
   * @param z {@code [n][latentDim()]}, n at least 1
   * @return {@code [n][featureCount()]}; the arrays belong to the caller
   * @throws IllegalArgumentException if {@code z} is empty or ragged, has the wrong width or a
   *     value that is not finite; the message names row and column
   */
  float[][] decode(float[][] z);

  /**
   * Decodes latents into an array that the caller keeps, row after row: what {@link
   * #decode(float[][])} gives, without an object for each row.
   *
   * @param z n latents, n at least 1, row i starting at {@code i · latentDim()}
   * @param x receives n observations; of length {@code n · featureCount()}, row i starts at {@code
   *     i · featureCount()}
   * @throws IllegalArgumentException if the length of an array is wrong or a value is not finite
   */
  default void decodeInto(float[] z, float[] x) {
    int rows = Rows.count("z", z, latentDim());
    Rows.checkLength("x", x, rows, featureCount());
    Rows.join(decode(Rows.split(z, latentDim())), x);
  }

  /**
   * Decodes one latent.
   *
   * @param z {@code [latentDim()]}
   * @return {@code [featureCount()]}; the array belongs to the caller
   * @throws IllegalArgumentException if the width is wrong or a value is not finite
   */
  default float[] decode(float[] z) {
    return decode(new float[][] {z})[0];
  }

  /**
   * The size of the latent space.
   *
   * @return at least 1
   */
  int latentDim();

  /**
   * The number of features of an observation.
   *
   * @return at least 1
   */
  int featureCount();
}
