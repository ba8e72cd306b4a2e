package io.civae.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.Batchifier;
import ai.djl.util.Progress;
import io.civae.Augmenter;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A DJL training set that is augmented on the fly: every pass over it serves the augmenter's real
 * observations and, behind the scenes, synthetic ones that no earlier pass has seen, all in a new
 * order. {@link LabeledDatasets} has the way in from another DJL dataset. For {@code EasyTrain.fit}
 * or any other loop over {@code trainer.iterateDataset}.
 *
 * <p>A batch has data {@code [n][d]} and labels {@code [n]}, float32, the positions in {@link
 * LabeledDataset#classNames()}. Unlabelled observations are left out: a classifier cannot learn
 * from them. Batches have {@code batchSize} observations, the last one what is left. Pass k of two
 * datasets with the same augmenter and seed is the same. The model behind the augmenter must stay
 * open. Passes may overlap; one iterator is not thread-safe.
 */
public final class AugmentedDataset implements Dataset {

  private static final long STREAM = 0x444A_4C44L;

  private final Augmenter augmenter;
  private final Balance balance;
  private final int batchSize;
  private final long seed;
  private final AtomicLong passes = new AtomicLong();

  private AugmentedDataset(Augmenter augmenter, Balance balance, int batchSize, long seed) {
    this.augmenter = augmenter;
    this.balance = balance;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * A training set.
   *
   * @param augmenter of the real observations, with endpoints and whatever else is wanted; its seed
   *     does not matter
   * @param balance how many of each class a pass serves
   * @param batchSize observations in a batch, at least 1
   * @param seed of the synthetic observations and of the order
   * @return a dataset whose next pass is the first
   * @throws IllegalArgumentException if the batch size is out of range
   */
  public static AugmentedDataset of(
      Augmenter augmenter, Balance balance, int batchSize, long seed) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize (" + batchSize + ") must be at least 1");
    }
    return new AugmentedDataset(augmenter, balance, batchSize, seed);
  }

  /** There is nothing to prepare. */
  @Override
  public void prepare(@Nullable Progress progress) {}

  /**
   * The next pass.
   *
   * @param manager each batch gets a manager of its own below it, which closing the batch closes
   * @return batches for one iteration; another iteration repeats the same pass
   * @throws IllegalArgumentException if the balance does not fit the observations
   * @throws io.civae.augment.TooFewAcceptedException if too few pass the augmenter's rejection
   */
  @Override
  public Iterable<Batch> getData(NDManager manager) {
    long pass = passes.getAndIncrement();
    long own = SeededRandom.of(seed, STREAM, pass).nextLong();
    LabeledDataset rows = augmenter.withSeed(own).balance(balance);
    int[] order =
        IntStream.range(0, rows.size())
            .filter(i -> rows.classIndex(i) != LabeledDataset.UNLABELED)
            .toArray();
    SeededRandom.of(own, STREAM).shuffle(order);
    return () -> new Batches(manager, rows, order, batchSize);
  }

  /** One iteration over a pass. */
  private static final class Batches implements Iterator<Batch> {

    private final NDManager manager;
    private final LabeledDataset rows;
    private final int[] order;
    private final int batchSize;
    private int next;

    Batches(NDManager manager, LabeledDataset rows, int[] order, int batchSize) {
      this.manager = manager;
      this.rows = rows;
      this.order = order;
      this.batchSize = batchSize;
    }

    @Override
    public boolean hasNext() {
      return next < order.length;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("this pass has no more batches");
      }
      int size = Math.min(batchSize, order.length - next);
      int d = rows.featureCount();
      float[] values = new float[size * d];
      float[] labels = new float[size];
      for (int i = 0; i < size; i++) {
        rows.features().copyRow(order[next + i], values, i * d);
        labels[i] = rows.classIndex(order[next + i]);
      }
      next += size;
      NDManager own = manager.newSubManager();
      return new Batch(
          own,
          new NDList(own.create(values, new Shape(size, d))),
          new NDList(own.create(labels)),
          size,
          Batchifier.STACK,
          Batchifier.STACK,
          next,
          order.length);
    }
  }
}
