package io.civae.internal.file;

import com.google.gson.JsonObject;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file of ours is: its metadata say so, so that no kind is taken for another.
 *
 * @param name in messages
 * @param versionKey of the metadata, under which its version stands
 * @param version the newest that is read, and the one that is written
 */
record ArchiveFormat(String name, String versionKey, int version) {

  /** Of the metadata: what is in the archive beside the tensors, as JSON. */
  private static final String MANIFEST = "civae.manifest";

  /** A trained model. */
  static final ArchiveFormat MODEL =
      new ArchiveFormat("CI-VAE model file", "civae.formatVersion", 1);

  /** A training that is under way. */
  static final ArchiveFormat CHECKPOINT =
      new ArchiveFormat("CI-VAE checkpoint", "civae.checkpointVersion", 1);

  /** A trained classifier. */
  static final ArchiveFormat CLASSIFIER =
      new ArchiveFormat("CI-VAE classifier file", "civae.classifierVersion", 1);

  /** An archive of this kind. */
  TensorArchive archive(JsonObject manifest, Map<String, Tensor> tensors) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(versionKey, Integer.toString(version));
    metadata.put(MANIFEST, manifest.toString());
    return new TensorArchive(metadata, tensors);
  }

  /** The manifest of an archive of any kind. */
  static JsonFields manifest(TensorArchive archive) {
    String text = archive.metadata().get(MANIFEST);
    if (text == null) {
      throw new IllegalArgumentException(MANIFEST + " is missing");
    }
    return new JsonFields(StrictJson.parseObject(text), "manifest");
  }

  /** Refuses what this version cannot read, in words that say so. */
  void check(Map<String, String> metadata) {
    String found = metadata.get(versionKey);
    if (found == null) {
      throw new IllegalArgumentException("not a " + name + ": it has no " + versionKey);
    }
    if (!found.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(versionKey + " (" + found + ") must be a whole number");
    }
    if (Integer.parseInt(found) > version) {
      throw new IllegalArgumentException(
          "format version "
              + found
              + " was written by a newer version of the library; this one reads up to "
              + version);
    }
  }
}
