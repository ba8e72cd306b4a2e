package io.civae.examples.embedding;

/**
 * Layouts of points of many dimensions in a few, near ones near to each other. Made on one thread,
 * and the same bit for bit each time for the same points and seed. Distances are Euclidean; the
 * caller scales the columns, and draws a sample when there are more than a few thousand points: the
 * nearest neighbours are found exactly, in a time that grows with the square of their number.
 *
 * <p>Directions and the distances between far groups mean nothing in such a layout.
 */
public final class Embedding {

  private Embedding() {}

  /**
   * A t-SNE layout in the plane.
   *
   * @param points {@code float[n][d]}, at least 4 points
   * @param seed of the layout
   * @return {@code float[n][2]}
   * @see #tsne(float[][], long, EmbeddingProgress)
   */
  public static float[][] tsne(float[][] points, long seed) {
    return tsne(points, seed, EmbeddingProgress.SILENT);
  }

  /**
   * A t-SNE layout in the plane (van der Maaten and Hinton, 2008), its forces approximated by the
   * method of Barnes and Hut (van der Maaten, 2014): perplexity 30 (less below 91 points), opening
   * angle 0.5, 750 steps, the first 250 with attractions twelvefold, begun from the first two
   * principal components.
   *
   * @param points {@code float[n][d]}, at least 4 points
   * @param seed of the layout
   * @param progress hears of each step
   * @return {@code float[n][2]}
   * @throws IllegalArgumentException if there are fewer than 4 points, they differ in length or a
   *     value is not finite
   */
  public static float[][] tsne(float[][] points, long seed, EmbeddingProgress progress) {
    PointRows.check(points, 4);
    return TsneLayout.of(points, seed, progress);
  }

  /**
   * A UMAP layout.
   *
   * @param points {@code float[n][d]}, at least 4 points
   * @param dimensions of the layout, from 1 to 3
   * @param seed of the layout
   * @return {@code float[n][dimensions]}
   * @see #umap(float[][], int, long, EmbeddingProgress)
   */
  public static float[][] umap(float[][] points, int dimensions, long seed) {
    return umap(points, dimensions, seed, EmbeddingProgress.SILENT);
  }

  /**
   * A UMAP layout (McInnes, Healy and Melville, 2018): 15 neighbours (fewer below 16 points),
   * minimal distance 0.1, 500 epochs with 5 negative samples for each attraction, begun from the
   * first principal components.
   *
   * @param points {@code float[n][d]}, at least 4 points
   * @param dimensions of the layout, from 1 to 3
   * @param seed of the layout
   * @param progress hears of each epoch
   * @return {@code float[n][dimensions]}
   * @throws IllegalArgumentException if there are fewer than 4 points, they differ in length, a
   *     value is not finite, or {@code dimensions} is out of its range
   */
  public static float[][] umap(
      float[][] points, int dimensions, long seed, EmbeddingProgress progress) {
    PointRows.check(points, 4);
    if (dimensions < 1 || dimensions > 3) {
      throw new IllegalArgumentException("dimensions (" + dimensions + ") must be from 1 to 3");
    }
    return UmapLayout.of(points, dimensions, seed, progress);
  }
}
