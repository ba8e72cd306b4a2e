package io.civae.examples.study;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.civae.CiVaeConfig;
import io.civae.ObservationTransform;
import io.civae.data.LabeledDataset;
import java.util.Optional;

/**
 * One training, before it is run.
 *
 * @param name of its folder
 * @param row the model's kind
 * @param config its settings
 * @param transform of training images
 * @param training images, of which some may be unlabelled
 * @param validation images
 * @param images what they were drawn from and how, in words
 */
record RunSpec(
    String name,
    StudyRow row,
    CiVaeConfig config,
    Optional<ObservationTransform> transform,
    LabeledDataset training,
    LabeledDataset validation,
    String images) {

  private static final Gson GSON = new Gson();

  /** Everything the trained model depends on: a kept run with another of these is another run. */
  JsonObject settings(String backend) {
    JsonObject settings = GSON.toJsonTree(config.settings()).getAsJsonObject();
    settings.addProperty("model", row.label());
    settings.addProperty(
        "observationTransform", transform.map(ObservationTransform::description).orElse("none"));
    settings.addProperty("images", images);
    settings.addProperty("backend", backend);
    return settings;
  }

  /** Observations seen in training, for estimates of time. */
  double work() {
    return (double) training.size() * config.epochs();
  }
}
