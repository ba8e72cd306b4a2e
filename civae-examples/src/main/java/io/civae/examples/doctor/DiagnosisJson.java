package io.civae.examples.doctor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.civae.djl.EngineReport;

/** A diagnosis for programs. */
public final class DiagnosisJson {

  private DiagnosisJson() {}

  /**
   * Writes it as JSON; what is not known or not set is null.
   *
   * @param diagnosis what was found
   * @return an object
   */
  public static String of(Diagnosis diagnosis) {
    JsonObject root = new JsonObject();
    root.addProperty("library", diagnosis.library());
    root.addProperty("system", diagnosis.system());
    root.addProperty("java", diagnosis.java());
    root.addProperty("processors", diagnosis.processors());
    root.addProperty("heapMegabytes", diagnosis.heapMegabytes());
    root.addProperty("nativeCache", diagnosis.nativeCache().toString());
    JsonObject environment = new JsonObject();
    for (Variable variable : diagnosis.variables()) {
      environment.addProperty(variable.name(), variable.value().orElse(null));
    }
    root.add("environment", environment);
    JsonArray engines = new JsonArray();
    diagnosis.engines().forEach(engine -> engines.add(json(engine)));
    root.add("engines", engines);
    return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(root);
  }

  private static JsonObject json(EngineReport engine) {
    JsonObject json = new JsonObject();
    json.addProperty("name", engine.name());
    json.addProperty("usable", engine.usable());
    json.addProperty("version", engine.version().orElse(null));
    json.addProperty("platform", engine.platform());
    JsonArray missing = new JsonArray();
    engine.missingArtifacts().forEach(missing::add);
    json.add("missingArtifacts", missing);
    json.addProperty("gpuCount", engine.gpuCount());
    json.addProperty("threads", engine.threads().isPresent() ? engine.threads().getAsInt() : null);
    json.addProperty("problem", engine.problem().orElse(null));
    return json;
  }
}
