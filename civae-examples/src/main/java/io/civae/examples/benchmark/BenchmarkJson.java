package io.civae.examples.benchmark;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** A benchmark's result for programs. */
public final class BenchmarkJson {

  private BenchmarkJson() {}

  /**
   * Writes it on one line.
   *
   * @param result what was measured
   * @return a JSON object
   */
  public static String of(BenchmarkResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("engine", result.engine());
    json.addProperty("device", result.device());
    json.addProperty("threads", result.threads());
    json.addProperty("batch", result.batch());
    json.addProperty("steps", result.steps());
    json.addProperty("trainingStepMillis", result.trainingStepMillis());
    json.addProperty("trainingHeapMegabytes", result.trainingHeapMegabytes());
    json.addProperty("encodeRowsPerSecond", result.encodeRowsPerSecond());
    json.addProperty("decodeRowsPerSecond", result.decodeRowsPerSecond());
    json.addProperty("encodeOneMicrosP50", result.encodeOneMicrosP50());
    json.addProperty("encodePixelsMicrosP50", result.encodePixelsMicrosP50());
    json.addProperty("traverseMicrosP50", result.traverseMicrosP50());
    json.addProperty("augmentRows", result.augmentRows());
    json.addProperty("augmentSeconds", result.augmentSeconds());
    json.addProperty("loadSeconds", result.loadSeconds());
    json.addProperty("engineStartSeconds", result.engineStartSeconds());
    json.addProperty("gemmGflops", result.gemmGflops());
    json.addProperty("trainingGflops", result.trainingGflops());
    json.addProperty("encodeGflops", result.encodeGflops());
    json.addProperty("decodeGflops", result.decodeGflops());
    return new Gson().toJson(json);
  }
}
