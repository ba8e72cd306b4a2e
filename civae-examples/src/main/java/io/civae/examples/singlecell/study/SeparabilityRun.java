package io.civae.examples.singlecell.study;

import com.google.gson.JsonObject;
import io.civae.evaluation.LinearSeparability;

/**
 * How well types can be told apart in one model's latents, or in something without a model.
 *
 * @param seed of the training; 0 without a model
 * @param epochs of the training; 0 without a model
 * @param seconds of the training; 0 without a model
 * @param separability by logistic regression
 */
record SeparabilityRun(long seed, int epochs, double seconds, LinearSeparability separability) {

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
