package io.civae.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A history as two parts of a manifest, its epochs and its outcome; a value that is not finite is
 * left out and comes back as NaN.
 */
final class HistoryJson {

  private static final String EPOCHS = "history";

  private HistoryJson() {}

  static void write(TrainingHistory history, JsonObject manifest) {
    manifest.add(EPOCHS, epochs(history));
    history
        .outcome()
        .ifPresent(outcome -> manifest.add(OutcomeJson.PART, OutcomeJson.write(outcome)));
  }

  private static JsonArray epochs(TrainingHistory history) {
    JsonArray epochs = new JsonArray();
    for (EpochMetrics metrics : history.epochs()) {
      JsonObject json = new JsonObject();
      json.addProperty("epoch", metrics.epoch());
      add(json, "learningRate", metrics.learningRate());
      add(json, "seconds", metrics.seconds());
      json.add("training", terms(metrics.training()));
      metrics.validation().ifPresent(validation -> json.add("validation", terms(validation)));
      epochs.add(json);
    }
    return epochs;
  }

  private static JsonObject terms(LossTerms terms) {
    JsonObject json = new JsonObject();
    add(json, "total", terms.total());
    add(json, "reconstruction", terms.reconstruction());
    add(json, "klDivergence", terms.klDivergence());
    add(json, "discriminator", terms.discriminator());
    add(json, "discriminatorAccuracy", terms.discriminatorAccuracy());
    return json;
  }

  private static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }

  static TrainingHistory read(JsonFields manifest) {
    List<EpochMetrics> epochs = epochs(manifest.array(EPOCHS));
    return manifest.has(OutcomeJson.PART)
        ? TrainingHistory.of(epochs, OutcomeJson.read(manifest.object(OutcomeJson.PART)))
        : TrainingHistory.of(epochs);
  }

  private static List<EpochMetrics> epochs(JsonArray epochs) {
    List<EpochMetrics> metrics = new ArrayList<>();
    for (JsonElement element : epochs) {
      String place = "history[" + metrics.size() + "]";
      if (!element.isJsonObject()) {
        throw new IllegalArgumentException(place + " must be an object");
      }
      JsonFields fields = new JsonFields(element.getAsJsonObject(), place);
      metrics.add(
          new EpochMetrics(
              fields.integer("epoch"),
              terms(fields.object("training")),
              fields.has("validation")
                  ? Optional.of(terms(fields.object("validation")))
                  : Optional.empty(),
              numberOrNaN(fields, "learningRate"),
              numberOrNaN(fields, "seconds")));
    }
    return metrics;
  }

  private static LossTerms terms(JsonFields fields) {
    return new LossTerms(
        numberOrNaN(fields, "total"),
        numberOrNaN(fields, "reconstruction"),
        numberOrNaN(fields, "klDivergence"),
        numberOrNaN(fields, "discriminator"),
        numberOrNaN(fields, "discriminatorAccuracy"));
  }

  private static double numberOrNaN(JsonFields fields, String name) {
    return fields.has(name) ? fields.number(name) : Double.NaN;
  }
}
