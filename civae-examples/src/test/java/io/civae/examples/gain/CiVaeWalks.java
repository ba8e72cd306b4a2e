package io.civae.examples.gain;

import io.civae.Augmenter;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** Walks inside classes by a CI-VAE that is trained on the training rows alone. */
final class CiVaeWalks implements Balancer {

  private final IntFunction<CiVaeBuilder> settings;
  private final BiFunction<CiVaeModel, LabeledDataset, Augmenter> augmentation;

  /** {@code settings} for a number of rows. */
  CiVaeWalks(
      IntFunction<CiVaeBuilder> settings,
      BiFunction<CiVaeModel, LabeledDataset, Augmenter> augmentation) {
    this.settings = settings;
    this.augmentation = augmentation;
  }

  @Override
  public Maker on(LabeledDataset training, long seed) {
    CiVaeModel model = settings.apply(training.size()).seed(seed).build().fit(training);
    Augmenter augmenter = augmentation.apply(model, training).withSeed(seed);
    return new Maker() {
      @Override
      public LabeledDataset made(ClassCounts counts) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        counts
            .byClass()
            .forEach((name, more) -> totals.put(name, training.indicesOf(name).length + more));
        AuditedDataset balanced = augmenter.auditedBalance(Balance.toCounts(totals));
        return Rows.from(balanced.dataset(), balanced.firstSynthetic());
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }
}
