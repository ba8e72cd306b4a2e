package io.civae.examples.study;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.civae.ObservationTransform;
import io.civae.evaluation.StudentInterval;
import io.civae.evaluation.WalkInterval;
import io.civae.examples.experiment.LibraryVersion;

/** What a study did, for its files: settings, seeds, sizes, intervals, versions. */
final class StudyFacts {

  private StudyFacts() {}

  static JsonObject json(StudySettings settings, StudyData data, UsedEngine backend) {
    JsonObject json = new JsonObject();
    json.addProperty("recipe", settings.recipe());
    json.add("settings", new Gson().toJsonTree(settings.builder().get().config().settings()));
    json.addProperty(
        "observationTransform",
        settings.transform().map(ObservationTransform::description).orElse("none"));
    json.addProperty("seeds", settings.seeds());
    json.addProperty("seed", settings.seed());
    json.addProperty("images", data.description());
    json.addProperty("trainingImages", data.training().size());
    json.addProperty("validationImages", data.validation().size());
    json.addProperty("testImages", data.test().size());
    json.addProperty("pairsPerClass", settings.pairsPerClass());
    json.addProperty("pointsPerWalk", Evaluation.POINTS);
    json.addProperty(
        "intervalsOverSeeds", "Student's t, level " + StudentInterval.LEVEL + ", see mean");
    json.addProperty(
        "intervalsWithinARun",
        "over test images and their walks, which share images; level " + WalkInterval.LEVEL);
    json.addProperty("engine", backend.engine());
    json.addProperty("backend", backend.description());
    json.addProperty("library", LibraryVersion.get());
    json.addProperty("java", Runtime.version().toString());
    json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
    return json;
  }
}
