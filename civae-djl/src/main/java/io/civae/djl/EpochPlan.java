package io.civae.djl;

import io.civae.data.FeatureMatrix;
import io.civae.data.RowSampler;
import io.civae.spi.SeededRandom;

/**
 * The order of observations in each epoch and how it is cut into batches: as few as the batch size
 * allows, of sizes that differ by at most one.
 *
 * <p>A batch of one has no variance to normalise by, so where the last rule would make one (an odd
 * number of observations in batches of two) there is one batch fewer.
 */
final class EpochPlan {

  private static final int SMALLEST_BATCH = 2;

  private final int size;
  private final int blockRows;
  private final RowSampler sampler;
  private final int batches;

  EpochPlan(FeatureMatrix features, int batchSize) {
    this(features, batchSize, RowSampler.natural(features.rows()));
  }

  EpochPlan(FeatureMatrix features, int batchSize, RowSampler sampler) {
    this.sampler = sampler;
    size = features.rows();
    blockRows = features.preferredBlockRows();
    int fewest = Math.toIntExact(((long) size + batchSize - 1) / batchSize);
    batches = Math.max(1, Math.min(fewest, size / SMALLEST_BATCH));
  }

  int batches() {
    return batches;
  }

  /** The position in the epoch's order at which a batch begins. */
  int start(int batch) {
    return (int) ((long) size * batch / batches);
  }

  /**
   * The observations that one epoch shows, in an order that a disk can follow if they are on one.
   */
  int[] order(long seed, int epoch) {
    return sampler.draw(blockRows, SeededRandom.of(seed, RandomStreams.ORDER, epoch));
  }
}
