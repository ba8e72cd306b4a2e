package io.civae.spi;

import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;

/**
 * One training of a plain softmax classifier: hidden layers as an encoder has them, then one linear
 * layer to the classes, trained on the mean cross-entropy of each batch.
 *
 * <p>Of the configuration these settings apply: {@code hiddenLayers}, {@code batchNormalization},
 * {@code dropout}, {@code epochs}, {@code batchSize}, {@code learningRate}, {@code
 * learningRateSchedule}, {@code weightDecay}, {@code gradientClipping}, {@code seed} and {@code
 * device}; they mean what they mean for a CI-VAE.
 *
 * @param config resolved, see {@link CiVaeConfig#isResolved()}
 * @param training every observation labelled, at least two classes; features scaled
 * @param rows the training features as each epoch sees them
 */
public record ClassifierTask(CiVaeConfig config, LabeledDataset training, TrainingRows rows) {

  /**
   * Checks that the task can be trained.
   *
   * @param config resolved
   * @param training every observation labelled
   * @param rows the training features as each epoch sees them
   * @throws IllegalArgumentException if the configuration is not resolved, there are fewer than two
   *     classes, or an observation has no label
   */
  public ClassifierTask {
    if (!config.isResolved()) {
      throw new IllegalArgumentException("config (" + config + ") must be resolved");
    }
    if (training.classNames().size() < 2) {
      throw new IllegalArgumentException(
          "training has classes " + training.classNames() + "; at least 2 are needed");
    }
    for (int i = 0; i < training.size(); i++) {
      if (training.classIndex(i) == LabeledDataset.UNLABELED) {
        throw new IllegalArgumentException(
            "training observation " + i + " has no label; a classifier needs one for each");
      }
    }
  }
}
