package io.civae.examples.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.data.DatasetSplit;
import io.civae.evaluation.ReconstructionError;

/** A run and its figures as JSON; a figure that is not a number is null. */
final class MetricsJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private MetricsJson() {}

  static String of(TrainingRun run, TestFigures figures, long seed) {
    JsonObject root = new JsonObject();
    root.add("test", test(figures));
    root.add("trainingSeconds", number(run.trainingSeconds()));
    root.add("samplesPerSecond", number(run.samplesPerSecond()));
    root.addProperty("resumedFromStep", run.resumedFromStep());
    root.addProperty("ending", run.ending());
    root.addProperty("engine", run.engine());
    root.addProperty("device", DeviceUsed.of(run.model().config().device(), run.engine()));
    root.add("config", GSON.toJsonTree(run.model().config().settings()));
    root.add("split", split(run.split()));
    root.addProperty("seed", seed);
    root.add("versions", versions());
    root.add("history", history(run));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject test(TestFigures figures) {
    ReconstructionError error = figures.reconstruction();
    JsonObject test = new JsonObject();
    test.add("sse", number(error.sumOfSquares()));
    test.add("mse", number(error.meanSquared()));
    test.add("mae", number(error.meanAbsolute()));
    test.add("mae255", number(error.meanAbsoluteInGreyLevels()));
    test.add("discriminatorAccuracy", number(figures.discriminatorAccuracy()));
    test.add("certifiedWalks", number(figures.certifiedWalks()));
    test.addProperty("walks", figures.walks());
    return test;
  }

  private static JsonObject split(DatasetSplit split) {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("training", split.training().size());
    sizes.addProperty("validation", split.validation().size());
    sizes.addProperty("test", split.test().size());
    return sizes;
  }

  private static JsonObject versions() {
    JsonObject versions = new JsonObject();
    versions.addProperty("library", LibraryVersion.get());
    versions.addProperty("java", System.getProperty("java.version"));
    versions.addProperty(
        "os",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    return versions;
  }

  private static JsonArray history(TrainingRun run) {
    JsonArray epochs = new JsonArray();
    for (EpochMetrics metrics : run.model().history().epochs()) {
      JsonObject epoch = new JsonObject();
      epoch.addProperty("epoch", metrics.epoch());
      epoch.add("training", terms(metrics.training()));
      epoch.add(
          "validation",
          metrics.validation().<JsonElement>map(MetricsJson::terms).orElse(JsonNull.INSTANCE));
      epoch.add("learningRate", number(metrics.learningRate()));
      epoch.add("seconds", number(metrics.seconds()));
      epochs.add(epoch);
    }
    return epochs;
  }

  private static JsonObject terms(LossTerms terms) {
    JsonObject json = new JsonObject();
    json.add("total", number(terms.total()));
    json.add("reconstruction", number(terms.reconstruction()));
    json.add("klDivergence", number(terms.klDivergence()));
    json.add("discriminator", number(terms.discriminator()));
    json.add("discriminatorAccuracy", number(terms.discriminatorAccuracy()));
    return json;
  }

  private static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }
}
