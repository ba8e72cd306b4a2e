package io.civae.examples.doctor;

import io.civae.djl.EngineReport;
import java.io.PrintWriter;
import java.util.Locale;

/** A diagnosis for people. */
public final class DiagnosisText {

  private DiagnosisText() {}

  /**
   * Prints it.
   *
   * @param out usually the standard output
   * @param diagnosis what was found
   */
  public static void print(PrintWriter out, Diagnosis diagnosis) {
    line(out, "", "CI-VAE", diagnosis.library());
    line(out, "", "system", diagnosis.system());
    line(out, "", "Java", diagnosis.java());
    line(out, "", "processors", Integer.toString(diagnosis.processors()));
    line(out, "", "heap limit", diagnosis.heapMegabytes() + " MB");
    line(out, "", "native cache", diagnosis.nativeCache().toString());
    for (Variable variable : diagnosis.variables()) {
      String value = variable.value().orElse("not set (" + variable.whenUnset() + ")");
      line(out, "", variable.name(), value);
    }
    for (EngineReport engine : diagnosis.engines()) {
      out.println();
      print(out, engine);
    }
    out.println();
    out.println(
        diagnosis.canTrain()
            ? "Ready to train."
            : "No engine can train here; saved models can be loaded and used all the same.");
    out.flush();
  }

  private static void print(PrintWriter out, EngineReport engine) {
    out.println(
        engine.name()
            + engine.version().map(version -> " " + version).orElse("")
            + (engine.usable() ? ": ready" : ": not usable"));
    engine.problem().ifPresent(problem -> line(out, "  ", "problem", problem));
    for (String artifact : engine.missingArtifacts()) {
      line(out, "  ", "add", artifact);
    }
    line(out, "  ", "native for", engine.platform());
    if (engine.usable()) {
      line(out, "  ", "devices", devices(engine.gpuCount()));
      String threads =
          engine.threads().isPresent()
              ? Integer.toString(engine.threads().getAsInt())
              : "chosen by the engine";
      line(out, "  ", "threads", threads);
    }
  }

  private static String devices(int gpus) {
    StringBuilder devices = new StringBuilder("cpu");
    for (int i = 0; i < gpus; i++) {
      devices.append(", gpu:").append(i);
    }
    return devices.toString();
  }

  private static void line(PrintWriter out, String indent, String name, String value) {
    out.printf(Locale.ROOT, "%s%-" + (18 - indent.length()) + "s%s%n", indent, name, value);
  }
}
