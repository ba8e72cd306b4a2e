package io.civae.examples.singlecell.study;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import java.util.List;

/**
 * A line of the table of separability.
 *
 * @param label what was measured
 * @param runs one for each seed
 */
record SeparabilityRow(String label, List<SeparabilityRun> runs) {

  SeparabilityRow {
    runs = List.copyOf(runs);
  }

  /** The mean over seeds. */
  ConfidenceInterval heldOut() {
    return StudentInterval.mean(
        runs.stream().mapToDouble(run -> run.separability().heldOut()).toArray());
  }

  /** The mean over seeds. */
  ConfidenceInterval resubstitution() {
    return StudentInterval.mean(
        runs.stream().mapToDouble(run -> run.separability().resubstitution()).toArray());
  }

  /** Which types are taken for which. */
  TypeConfusion confusion() {
    return TypeConfusion.of(this);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonArray all = new JsonArray();
    runs.forEach(run -> all.add(run.toJson()));
    json.add("runs", all);
    JsonObject mean = new JsonObject();
    mean.add("heldOut", StudyJson.interval(heldOut()));
    mean.add("resubstitution", StudyJson.interval(resubstitution()));
    json.add("mean", mean);
    return json;
  }
}
