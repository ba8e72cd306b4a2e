package io.civae.examples.singlecell.study;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.civae.CiVaeModel;
import io.civae.evaluation.Bootstrap;
import io.civae.evaluation.StudentInterval;
import io.civae.examples.experiment.LibraryVersion;
import java.util.Map;
import java.util.Optional;

/** What a study did and found, as JSON; its layout is described in docs/single-cell.md. */
final class CellFacts {

  /** Raised when a reader of older files would go wrong. */
  private static final int FORMAT = 1;

  private CellFacts() {}

  static JsonObject json(
      CellQuestion question,
      CellStudySettings settings,
      StudyCells cells,
      CiVaeModel model,
      Optional<String> librarySizes) {
    JsonObject json = new JsonObject();
    json.addProperty("class", question.classColumn());
    json.addProperty("state", question.stateColumn());
    json.addProperty("from", question.from());
    json.addProperty("to", question.to());
    json.addProperty("middle", question.middle().orElse("none"));
    json.addProperty("cells", cells.roles().cells().size());
    json.addProperty("trainingCells", cells.parts().training().length);
    json.addProperty("validationCells", cells.parts().validation().length);
    json.addProperty("testCells", cells.parts().test().length);
    json.addProperty("genes", cells.genes().size());
    json.addProperty("librarySizes", librarySizes.orElse("sums over all genes"));
    json.addProperty("seeds", settings.seeds());
    json.addProperty("seed", settings.seed());
    json.add("walkingSettings", new Gson().toJsonTree(model.config().settings()));
    json.add(
        "comparedSettings", new Gson().toJsonTree(settings.compared().get().config().settings()));
    json.addProperty("comparedTransform", CellRecipe.THINNING.description());
    json.addProperty("intervalsOverSeeds", "Student's t, level " + StudentInterval.LEVEL);
    json.addProperty(
        "intervalsOfTrends",
        "percentile bootstrap over walks that share no cell, level "
            + Bootstrap.LEVEL
            + ", "
            + Bootstrap.RESAMPLES
            + " resamples");
    json.addProperty(
        "pValues", "flips of the ends of walks that share no cell, " + GeneChanges.FLIPS);
    json.addProperty("engine", model.provenance().getOrDefault("backend", "unknown"));
    json.addProperty("library", LibraryVersion.get());
    json.addProperty("java", Runtime.version().toString());
    json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return json;
  }

  static String metrics(JsonObject about, Separability separability, Map<String, CellWalk> walks) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.add("study", about);
    root.add("separability", separability.toJson());
    JsonObject all = new JsonObject();
    walks.forEach((name, walk) -> all.add(name, walk.toJson()));
    root.add("walks", all);
    return StudyJson.text(root);
  }
}
