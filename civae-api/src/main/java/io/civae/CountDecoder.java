package io.civae;

import java.util.Arrays;

/**
 * The whole distribution of counts that a latent stands for: at any library size, with dispersions
 * and added zeros, and draws from it. For models whose {@link Likelihood} {@linkplain
 * Likelihood#isOfCounts() is of counts}; always in plain Java. Deterministic and thread-safe.
 */
public interface CountDecoder {

  /**
   * The library size at which {@link Decoder} decodes: the median of the training observations'.
   *
   * @return at least 1
   */
  float librarySize();

  /**
   * The inverse dispersions θ: counts of mean μ have variance {@code μ + μ² / θ}.
   *
   * @return {@code [d]}, from about 4.5e-5 to 22,026, where the distribution is next to a Poisson
   *     one; the array belongs to the caller
   */
  float[] dispersion();

  /**
   * The probabilities π that a count is replaced by a zero.
   *
   * @param z {@code [n][latentDim]}, n at least 1
   * @return {@code [n][d]}, in [0, 1]; all 0 with {@link Likelihood#NEGATIVE_BINOMIAL}
   * @throws IllegalArgumentException if {@code z} is empty or ragged, has the wrong width or a
   *     value that is not finite
   */
  float[][] zeroInflation(float[][] z);

  /**
   * Expected counts {@code (1 − π_j) · ℓ · softmax(a)_j}, which are no whole numbers.
   *
   * @param z {@code [n][latentDim]}, n at least 1
   * @param librarySizes ℓ of each row, each finite and positive
   * @return {@code [n][d]}
   * @throws IllegalArgumentException as {@link #zeroInflation}, or if there are not n library sizes
   *     or one is out of range
   */
  float[][] expected(float[][] z, float[] librarySizes);

  /**
   * Expected counts, all at one library size.
   *
   * @param z {@code [n][latentDim]}, n at least 1
   * @param librarySize ℓ, finite and positive
   * @return {@code [n][d]}
   * @throws IllegalArgumentException as {@link #expected(float[][], float[])}
   */
  default float[][] expected(float[][] z, float librarySize) {
    float[] sizes = new float[z.length];
    Arrays.fill(sizes, librarySize);
    return expected(z, sizes);
  }

  /**
   * Draws counts: whole numbers, spread as the model takes real ones to be.
   *
   * @param z {@code [n][latentDim]}, n at least 1
   * @param librarySizes ℓ of each row: the expected sum of its counts before zeros are added,
   *     finite and positive
   * @param seed the same one gives the same counts; row i does not depend on the other rows
   * @return {@code [n][d]}; counts above 2,147,483,647 become that
   * @throws IllegalArgumentException as {@link #expected(float[][], float[])}
   */
  float[][] sample(float[][] z, float[] librarySizes, long seed);
}
