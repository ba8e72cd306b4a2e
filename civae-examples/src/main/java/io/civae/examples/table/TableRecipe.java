package io.civae.examples.table;

import io.civae.Augmenter;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;

/**
 * How a table's model is trained and its rows are made unless something else is typed; measured in
 * docs/augmentation-gain.md.
 */
public final class TableRecipe {

  /** Tables of more rows get the library's own defaults, which are made for them. */
  public static final int MOST_ROWS = 5_000;

  private static final int[] HIDDEN_LAYERS = {64, 32};

  /** Of the latent space of small tables. */
  public static final int LATENT_DIM = 8;

  /** Of a training on a small table, about. */
  public static final int STEPS = 500;

  private static final int WANTED_BATCHES = 10;

  /** Rows in a step of the smallest tables. */
  public static final int SMALLEST_BATCH = 16;

  /** Rows in a step of larger ones. */
  public static final int LARGEST_BATCH = 64;

  private TableRecipe() {}

  /**
   * Settings of a training.
   *
   * @param rows in the table
   * @return for small tables hidden layers of 64 and 32, 8 latent dimensions and about 500 steps of
   *     16 to 64 rows; for others the defaults of the library
   */
  public static CiVaeBuilder settings(int rows) {
    CiVaeBuilder builder = CiVae.builder();
    if (rows > MOST_ROWS) {
      return builder;
    }
    int wanted = Integer.highestOneBit(Math.max(1, rows / WANTED_BATCHES));
    int batch = Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, wanted));
    int batches = (rows + batch - 1) / batch;
    return builder
        .hiddenLayers(HIDDEN_LAYERS)
        .latentDim(LATENT_DIM)
        .batchSize(batch)
        .epochs((STEPS + batches - 1) / batches);
  }

  /**
   * What makes rows.
   *
   * @param model of the table
   * @param data the table
   * @return {@link Augmenter#forTables}: from a member up to half of the way to one of its five
   *     nearest, with what the model could not reconstruct of both added back
   */
  public static Augmenter augmenter(CiVaeModel model, LabeledDataset data) {
    return model.augmenter(data).forTables();
  }
}
