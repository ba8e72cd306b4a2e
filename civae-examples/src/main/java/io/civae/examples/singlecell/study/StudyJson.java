package io.civae.examples.singlecell.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.civae.evaluation.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** Numbers and intervals as JSON; what is not a number is null. */
final class StudyJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private StudyJson() {}

  static String text(JsonObject json) {
    return GSON.toJson(json) + "\n";
  }

  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  static JsonObject interval(ConfidenceInterval interval) {
    JsonObject json = new JsonObject();
    json.addProperty("estimate", finite(interval.estimate()));
    json.addProperty("low", finite(interval.low()));
    json.addProperty("high", finite(interval.high()));
    return json;
  }
}
