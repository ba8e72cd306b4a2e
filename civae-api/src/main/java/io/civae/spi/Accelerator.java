package io.civae.spi;

/**
 * The forward pass of a trained network on an engine, for many rows at once. Agrees with the plain
 * Java forward pass to float rounding. Matrices are row-major; features are scaled ones.
 *
 * <p>Calls may come from many threads; an implementation whose engine does not allow that
 * serialises them. It is never called after, or while, it is closed.
 */
public interface Accelerator extends AutoCloseable {

  /**
   * Encodes.
   *
   * @param x {@code rows · d} scaled features
   * @param rows at least 1
   * @param mean receives {@code rows · h} posterior means
   * @param logVariance receives {@code rows · h} clamped log-variances
   */
  void encode(float[] x, int rows, float[] mean, float[] logVariance);

  /**
   * Decodes.
   *
   * @param z {@code rows · h} latents
   * @param rows at least 1
   * @param reconstruction receives {@code rows · d} scaled features; with a likelihood of counts,
   *     {@link CountLikelihood#expectedShares}
   */
  void decode(float[] z, int rows, float[] reconstruction);

  /**
   * Classifies; called only on networks that have a discriminator.
   *
   * @param z {@code rows · h} latents
   * @param rows at least 1
   * @param logits receives {@code rows · k} logits
   */
  void classify(float[] z, int rows, float[] logits);

  /** Frees native resources. Closing twice does nothing. */
  @Override
  void close();
}
