package io.civae.examples.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Trains and measures run after run; what was measured is kept beside the model. */
final class Measurer {

  /** Raised whenever a metric's protocol changes, so that nothing old is taken for new. */
  private static final int PROTOCOL = 2;

  private static final String FILE = "evaluation.json";
  private static final double NANOS_PER_SECOND = 1e9;

  private final Trainer trainer;
  private final Evaluation evaluation;
  private final StudyProgress progress;

  Measurer(Trainer trainer, Evaluation evaluation, StudyProgress progress) {
    this.trainer = trainer;
    this.evaluation = evaluation;
    this.progress = progress;
  }

  /** By every metric of the study. */
  RowResult.Run measured(RunSpec spec) throws IOException {
    return measured(spec, FILE, evaluation::of);
  }

  /** By some metrics of its own, which are kept in a file of their own. */
  RowResult.Run measured(RunSpec spec, String file, Function<StudyModel, Measurement> metrics)
      throws IOException {
    try (StudyModel model = trainer.obtain(spec)) {
      Measurement measurement = kept(spec, file).orElse(null);
      if (measurement == null) {
        long start = System.nanoTime();
        measurement = metrics.apply(model);
        keep(spec, file, measurement);
        progress.say(
            String.format(
                Locale.ROOT,
                "measured %s in %.1f s",
                spec.name(),
                (System.nanoTime() - start) / NANOS_PER_SECOND));
      }
      return new RowResult.Run(
          Math.toIntExact(spec.config().seed()),
          model.history().epochs().size(),
          model.seconds(),
          measurement);
    }
  }

  private Optional<Measurement> kept(RunSpec spec, String name) throws IOException {
    Optional<JsonObject> file = trainer.folder(spec).read(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    JsonElement protocol = file.get().get("protocol");
    JsonElement metrics = file.get().get("metrics");
    return protocol != null && metrics != null && protocol.equals(protocol())
        ? Optional.of(Measurement.fromJson(metrics.getAsJsonObject()))
        : Optional.empty();
  }

  private void keep(RunSpec spec, String name, Measurement measurement) throws IOException {
    JsonObject file = new JsonObject();
    file.add("protocol", protocol());
    file.add("metrics", measurement.toJson());
    trainer.folder(spec).write(name, file);
  }

  /** As text throughout, so that what is read back is equal. */
  private JsonObject protocol() {
    JsonObject protocol = new JsonObject();
    protocol.addProperty("version", Integer.toString(PROTOCOL));
    protocol.addProperty("pairs", Integer.toString(evaluation.pairs().pairs().size()));
    protocol.addProperty("points", Integer.toString(Evaluation.POINTS));
    protocol.addProperty("seed", Long.toString(evaluation.seed()));
    protocol.addProperty("judge", evaluation.judge().description());
    protocol.addProperty("judgeAccuracy", Double.toString(evaluation.judge().accuracy()));
    return protocol;
  }
}
