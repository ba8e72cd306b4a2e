package io.civae.examples.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.civae.evaluation.ConfidenceInterval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study as JSON; its layout is described in docs/study.md. */
final class MetricsFile {

  /** Raised when a reader of older files would go wrong. */
  static final int FORMAT = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private MetricsFile() {}

  static String of(StudyResult result, JsonObject about) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.add("study", about);
    root.add("judge", judge(result.judge()));
    root.add("rows", rows(result.rows()));
    root.add("references", rows(result.references()));
    root.add("sweep", rows(result.sweep()));
    root.add("semiSupervised", rows(result.semiSupervised()));
    root.add("ciVaeOverVae", comparisons(result));
    JsonObject paper = new JsonObject();
    paper.add("CI-VAE", PublishedFigures.CI_VAE.toJson());
    paper.add("VAE", PublishedFigures.VAE.toJson());
    root.add("paper", paper);
    root.add("peer", rows(List.of(result.peer().ciVae(), result.peer().vae())));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject judge(StudyJudge judge) {
    JsonObject json = new JsonObject();
    json.addProperty("testAccuracy", judge.accuracy());
    json.addProperty("settings", judge.description());
    return json;
  }

  private static JsonObject rows(List<RowResult> rows) {
    JsonObject json = new JsonObject();
    for (RowResult row : rows) {
      JsonObject content = new JsonObject();
      JsonArray runs = new JsonArray();
      row.runs().forEach(run -> runs.add(run(run)));
      content.add("runs", runs);
      JsonObject means = new JsonObject();
      for (Metric metric : Metric.values()) {
        row.mean(metric).ifPresent(mean -> means.add(metric.key(), interval(mean)));
      }
      content.add("mean", means);
      json.add(row.label(), content);
    }
    return json;
  }

  private static JsonObject run(RowResult.Run run) {
    JsonObject json = new JsonObject();
    json.addProperty("seed", run.seed());
    json.addProperty("epochs", run.epochs());
    json.addProperty("seconds", run.seconds());
    json.add("metrics", run.measurement().toJson());
    return json;
  }

  private static JsonObject comparisons(StudyResult result) {
    JsonObject json = new JsonObject();
    for (Metric metric : Metric.values()) {
      result
          .comparison(metric)
          .ifPresent(
              comparison -> {
                JsonObject content = new JsonObject();
                content.add("difference", interval(comparison.difference()));
                content.add("ratio", interval(comparison.ratio()));
                content.addProperty("intervalsApart", comparison.apart());
                json.add(metric.key(), content);
              });
    }
    return json;
  }

  static JsonElement interval(ConfidenceInterval interval) {
    JsonObject json = new JsonObject();
    json.addProperty("estimate", finite(interval.estimate()));
    json.addProperty("low", finite(interval.low()));
    json.addProperty("high", finite(interval.high()));
    return json;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
