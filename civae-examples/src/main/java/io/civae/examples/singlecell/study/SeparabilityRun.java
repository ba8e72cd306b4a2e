package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ConfusionTable;
import io.civae.evaluation.LinearSeparability;

/**
 * How well types can be told apart in one model's latents, or in something without a model.
 *
 * @param seed of the training; 0 without a model
 * @param epochs of the training; 0 without a model
 * @param seconds of the training; 0 without a model
 * @param separability by logistic regression
 * @param confusion which types that regression takes for which
 */
record SeparabilityRun(
    long seed,
    int epochs,
    double seconds,
    LinearSeparability separability,
    ConfusionTable confusion) {

  /**
   * A run of some seed, epochs and seconds.
   *
   * @param training what the regression is fitted on
   * @param test what it is scored on
   */
  static SeparabilityRun of(
      long seed, int epochs, double seconds, LabeledDataset training, LabeledDataset test) {
    return new SeparabilityRun(
        seed,
        epochs,
        seconds,
        LinearSeparability.ofFeatures(training, test),
        ConfusionTable.ofFeatures(training, test));
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("seed", seed);
    json.addProperty("epochs", epochs);
    json.addProperty("seconds", seconds);
    json.addProperty("heldOut", separability.heldOut());
    json.addProperty("resubstitution", separability.resubstitution());
    return json;
  }
}
