package io.civae.examples.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.examples.format.DamagedFileException;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one training is kept: {@code run.json} with its settings and time, its model files, and
 * what was measured on it. The record is written last, so that a folder with one is whole. Until
 * then there are {@code unfinished.json} with the settings and the training's checkpoints.
 */
final class RunFolder {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
  private static final String RECORD = "run.json";
  private static final String UNFINISHED = "unfinished.json";
  private static final String CHECKPOINTS = "checkpoints";
  private static final String SETTINGS = "settings";
  private static final String SECONDS = "seconds";
  private static final String PROVENANCE = "provenance";
  private static final String BACKEND = "backend";

  private final Path folder;

  RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The finished training, if there is one.
   *
   * @throws IllegalArgumentException if one of other settings is kept here
   */
  Optional<StudyModel> load(RunSpec spec, BackendProvider backend) throws IOException {
    Optional<JsonObject> kept = record(spec.settings(backend.name()));
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    JsonObject run = kept.get();
    List<CiVaeModel> models = new ArrayList<>();
    for (JsonElement file : member(run, "models").getAsJsonArray()) {
      models.add(CiVae.load(folder.resolve(file.getAsString()), backend));
    }
    return Optional.of(new StudyModel(spec, models, seconds(run)));
  }

  /**
   * The record of the finished training that is kept here, if there is one.
   *
   * @throws IllegalArgumentException if it, or an unfinished one, has other settings; the message
   *     names one
   */
  Optional<JsonObject> record(JsonObject settings) throws IOException {
    Optional<JsonObject> kept = read(RECORD);
    Optional<JsonObject> begun = kept.isPresent() ? kept : read(UNFINISHED);
    if (begun.isPresent()) {
      requireSame(settingsOf(begun.get()), settings);
    }
    return kept;
  }

  /** With the engine's name where the backend was not chosen by name, if the record has it. */
  private JsonObject settingsOf(JsonObject run) throws DamagedFileException {
    JsonObject settings = member(run, SETTINGS).getAsJsonObject();
    if (settings.has(BACKEND)
        && run.get(PROVENANCE) instanceof JsonObject provenance
        && provenance.has(BACKEND)) {
      settings.addProperty(
          BACKEND,
          UsedEngine.nameOf(
              provenance.get(BACKEND).getAsString(), settings.get(BACKEND).getAsString()));
    }
    return settings;
  }

  /**
   * Where a training that begins now, or goes on, keeps its checkpoints.
   *
   * @param settings as {@link #record} has found them to fit
   */
  Path begin(JsonObject settings) throws IOException {
    create();
    JsonObject run = new JsonObject();
    run.add(SETTINGS, settings);
    write(UNFINISHED, run);
    return folder.resolve(CHECKPOINTS);
  }

  /** Takes away what only an unfinished training needs. */
  void discardCheckpoints() throws IOException {
    Path checkpoints = folder.resolve(CHECKPOINTS);
    if (Files.isDirectory(checkpoints)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoints)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(checkpoints);
    }
    Files.deleteIfExists(folder.resolve(UNFINISHED));
  }

  private void requireSame(JsonObject kept, JsonObject asked) {
    for (Map.Entry<String, JsonElement> setting : asked.entrySet()) {
      JsonElement before = kept.get(setting.getKey());
      String now = setting.getValue().toString();
      if (before == null || !before.toString().equals(now)) {
        throw new IllegalArgumentException(
            folder
                + " keeps a training with "
                + setting.getKey()
                + " "
                + before
                + ", but now it is "
                + now
                + "; give another --out, or delete that folder to train anew");
      }
    }
  }

  /** Keeps a finished training. */
  void save(RunSpec spec, List<CiVaeModel> models, double seconds, String backend)
      throws IOException {
    create();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String file =
          models.size() == 1
              ? "model.civae"
              : "model-" + spec.training().classNames().get(i) + ".civae";
      models.get(i).save(folder.resolve(file));
      files.add(file);
    }
    JsonObject run = new JsonObject();
    run.addProperty("name", spec.name());
    run.addProperty("row", spec.row().label());
    run.add("models", GSON.toJsonTree(files));
    run.add(PROVENANCE, GSON.toJsonTree(models.get(0).provenance()));
    finish(run, seconds, spec.settings(backend));
  }

  /** Makes the folder. */
  void create() throws IOException {
    Files.createDirectories(folder);
  }

  /** Writes the record, when all else is there. */
  void finish(JsonObject run, double seconds, JsonObject settings) throws IOException {
    run.addProperty(SECONDS, seconds);
    run.add(SETTINGS, settings);
    write(RECORD, run);
  }

  /** A JSON file of this folder, if it is there. */
  Optional<JsonObject> read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      throw new DamagedFileException(file.toString(), "is not a JSON object");
    }
  }

  /** How long the training of a record took. */
  double seconds(JsonObject run) throws DamagedFileException {
    return member(run, SECONDS).getAsDouble();
  }

  private JsonElement member(JsonObject run, String name) throws DamagedFileException {
    JsonElement member = run.get(name);
    if (member == null) {
      throw new DamagedFileException(folder.resolve(RECORD).toString(), "has no " + name);
    }
    return member;
  }

  /** Writes a JSON file in full or not at all. */
  void write(String name, JsonObject content) throws IOException {
    Path unfinished = folder.resolve(name + ".part");
    Files.writeString(unfinished, GSON.toJson(content) + "\n");
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
