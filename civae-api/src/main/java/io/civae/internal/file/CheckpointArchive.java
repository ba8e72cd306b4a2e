package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.internal.checkpoint.Checkpoint;
import io.civae.internal.checkpoint.TrainingIdentity;
import io.civae.spi.BestEpoch;
import io.civae.spi.TrainingState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A checkpoint as metadata and tensors, and back. */
final class CheckpointArchive {

  private static final Set<String> PARTS =
      Set.of(
          "config", "classNames", "featureNames", "identity", "history", OutcomeJson.PART, "state");
  private static final String START = "epochStartStep";
  private static final String BEST = "best";
  private static final Set<String> STATE =
      Set.of("step", START, "sums", BEST, "rollbacks", "elapsedNanos");
  private static final Set<String> BEST_FIELDS = Set.of("epoch", "objective");

  private CheckpointArchive() {}

  static TensorArchive write(Checkpoint checkpoint) {
    TrainingIdentity identity = checkpoint.identity();
    JsonObject manifest = new JsonObject();
    manifest.add("config", ConfigJson.write(identity.config()));
    manifest.add("classNames", TextsJson.write(identity.classNames()));
    manifest.add("featureNames", TextsJson.write(identity.featureNames()));
    manifest.add("identity", TextsJson.write(identity.facts()));
    HistoryJson.write(checkpoint.history(), manifest);
    manifest.add("state", state(checkpoint.state()));

    return ArchiveFormat.CHECKPOINT.archive(manifest, CheckpointTensors.write(checkpoint.state()));
  }

  private static JsonObject state(TrainingState state) {
    JsonObject json = new JsonObject();
    json.addProperty("step", state.step());
    state.epochStart().ifPresent(start -> json.addProperty(START, start.step()));
    JsonObject sums = new JsonObject();
    state.sums().forEach(sums::addProperty);
    json.add("sums", sums);
    state.best().ifPresent(best -> json.add(BEST, best(best)));
    json.addProperty("rollbacks", state.rollbacks());
    json.addProperty("elapsedNanos", state.elapsed().toNanos());
    return json;
  }

  private static JsonObject best(BestEpoch best) {
    JsonObject json = new JsonObject();
    json.addProperty("epoch", best.epoch());
    json.addProperty("objective", best.objective());
    return json;
  }

  static Checkpoint read(TensorArchive archive) {
    JsonFields manifest = ArchiveFormat.manifest(archive);
    manifest.checkNames(PARTS);
    return new Checkpoint(
        new TrainingIdentity(
            ConfigJson.read(manifest.object("config").json()),
            manifest.strings("classNames"),
            manifest.strings("featureNames"),
            TextsJson.read(manifest.object("identity"))),
        state(manifest.object("state"), new CheckpointTensors(archive.tensors())),
        HistoryJson.read(manifest));
  }

  private static TrainingState state(JsonFields fields, CheckpointTensors tensors) {
    fields.checkNames(STATE);
    tensors.checkAbsent(!fields.has(START), !fields.has(BEST));
    JsonFields sums = fields.object("sums");
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : sums.json().keySet()) {
      values.put(name, sums.number(name));
    }
    return new TrainingState(
        tensors.current(fields.longInteger("step")),
        fields.has(START)
            ? Optional.of(tensors.epochStart(fields.longInteger(START)))
            : Optional.empty(),
        values,
        fields.has(BEST) ? Optional.of(best(fields.object(BEST), tensors)) : Optional.empty(),
        fields.integer("rollbacks"),
        Duration.ofNanos(fields.longInteger("elapsedNanos")));
  }

  private static BestEpoch best(JsonFields fields, CheckpointTensors tensors) {
    fields.checkNames(BEST_FIELDS);
    return new BestEpoch(fields.integer("epoch"), fields.number("objective"), tensors.best());
  }
}
