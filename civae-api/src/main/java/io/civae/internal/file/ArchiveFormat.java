package io.civae.internal.file;

import java.util.Map;

/**
 * What a file of ours is: its metadata say so, so that no kind is taken for another.
 *
 * @param name in messages
 * @param versionKey of the metadata, under which its version stands
 * @param version the newest that is read, and the one that is written
 */
record ArchiveFormat(String name, String versionKey, int version) {

  /** A trained model. */
  static final ArchiveFormat MODEL =
      new ArchiveFormat("CI-VAE model file", "civae.formatVersion", 1);

  /** A training that is under way. */
  static final ArchiveFormat CHECKPOINT =
      new ArchiveFormat("CI-VAE checkpoint", "civae.checkpointVersion", 1);

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
