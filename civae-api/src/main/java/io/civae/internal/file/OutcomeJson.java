package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.TrainingOutcome;
import java.util.Optional;
import java.util.Set;

/** How a training ended, as JSON. */
final class OutcomeJson {

  /** Its name in a manifest, where it may be missing. */
  static final String PART = "outcome";

  private static final Set<String> FIELDS =
      Set.of("ending", "steps", "bestEpoch", "resumedFromStep", "rollbacks");

  private OutcomeJson() {}

  static JsonObject write(TrainingOutcome outcome) {
    JsonObject json = new JsonObject();
    json.addProperty("ending", outcome.ending().name());
    json.addProperty("steps", outcome.steps());
    outcome.bestEpoch().ifPresent(epoch -> json.addProperty("bestEpoch", epoch));
    json.addProperty("resumedFromStep", outcome.resumedFromStep());
    json.addProperty("rollbacks", outcome.rollbacks());
    return json;
  }

  static TrainingOutcome read(JsonFields fields) {
    fields.checkNames(FIELDS);
    return new TrainingOutcome(
        fields.constant("ending", TrainingOutcome.Ending.class),
        fields.longInteger("steps"),
        fields.has("bestEpoch") ? Optional.of(fields.integer("bestEpoch")) : Optional.empty(),
        fields.longInteger("resumedFromStep"),
        fields.integer("rollbacks"));
  }
}
