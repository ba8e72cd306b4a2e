package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.internal.model.Metadata;

/** The texts that a user keeps with a model, as JSON. */
final class MetadataJson {

  /** Its name in a manifest, where it may be missing. */
  static final String PART = "metadata";

  private MetadataJson() {}

  /** Leaves it out when there is none: such a file is as those of before there was any. */
  static void write(Metadata metadata, JsonObject manifest) {
    if (!metadata.texts().isEmpty()) {
      manifest.add(PART, TextsJson.write(metadata.texts()));
    }
  }

  static Metadata read(JsonFields manifest) {
    if (!manifest.json().has(PART)) {
      return Metadata.NONE;
    }
    JsonFields fields = manifest.object(PART);
    Metadata.checkCount(fields.json().size());
    return new Metadata(TextsJson.read(fields));
  }
}
