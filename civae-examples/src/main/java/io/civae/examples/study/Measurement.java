package io.civae.examples.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured on one model, or on a reference that has no model.
 *
 * @param values of the metrics that mean something for it
 * @param worstClass the class whose walks fare worst; empty where none were judged
 */
record Measurement(Map<Metric, Double> values, String worstClass) {

  Measurement {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  OptionalDouble get(Metric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Every metric by its key; one that does not apply is absent, one that is not a number null. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    values.forEach(
        (metric, value) -> json.addProperty(metric.key(), Double.isFinite(value) ? value : null));
    if (!worstClass.isEmpty()) {
      json.addProperty("path.worstClass.name", worstClass);
    }
    return json;
  }

  /** What {@link #toJson} wrote. */
  static Measurement fromJson(JsonObject json) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      JsonElement value = json.get(metric.key());
      if (value != null) {
        values.put(metric, value.isJsonNull() ? Double.NaN : value.getAsDouble());
      }
    }
    JsonElement worst = json.get("path.worstClass.name");
    return new Measurement(values, worst == null ? "" : worst.getAsString());
  }
}
