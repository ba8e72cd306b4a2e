package io.civae.internal.file;

import io.civae.EpochMetrics;
import io.civae.internal.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of checkpoints in a folder, and which of them are to be kept. */
final class CheckpointNames {

  /** Unlike that of models, so that a model under way in the same folder is left alone. */
  static final String TEMPORARY_PREFIX = ".civae-checkpoint-";

  private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{9,18})\\.safetensors");

  private CheckpointNames() {}

  static String of(long step) {
    return String.format(Locale.ROOT, "checkpoint-%09d.safetensors", step);
  }

  /** The files by step. */
  static NavigableMap<Long, Path> in(Path folder) throws IOException {
    NavigableMap<Long, Path> files = new TreeMap<>();
    for (Path file : list(folder)) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      // Only the name that a step has: two files of one step would hide each other.
      if (name.matches() && of(Long.parseLong(name.group(1))).equals(name.group())) {
        files.put(Long.parseLong(name.group(1)), file);
      }
    }
    return files;
  }

  static List<Path> temporaryFilesIn(Path folder) throws IOException {
    return list(folder).stream()
        .filter(
            file -> {
              String name = String.valueOf(file.getFileName());
              return name.startsWith(TEMPORARY_PREFIX) && name.endsWith(AtomicFile.TEMPORARY);
            })
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  /**
   * All but the newest checkpoint, which has just been written, those before it up to the number
   * that is kept, and that of the epoch which validates best. Those of later steps were written
   * before the training went back, or could not be read.
   */
  static Map<Long, Path> superfluous(
      NavigableMap<Long, Path> files, Checkpoint newest, int keepLast, boolean onlyNewest) {
    long step = newest.state().step();
    NavigableSet<Long> kept = new TreeSet<>();
    files.headMap(step, true).descendingMap().keySet().stream().limit(keepLast).forEach(kept::add);
    if (!onlyNewest) {
      best(files, newest).ifPresent(kept::add);
    }
    NavigableMap<Long, Path> superfluous = new TreeMap<>(files);
    superfluous.keySet().removeAll(kept);
    return superfluous;
  }

  /** By induction the best of all epochs that ever had a checkpoint: the best one is never lost. */
  private static Optional<Long> best(Map<Long, Path> files, Checkpoint newest) {
    Optional<Long> best = Optional.empty();
    double lowest = Double.POSITIVE_INFINITY;
    for (EpochMetrics epoch : newest.history().epochs()) {
      long step = newest.stepOfEpoch(epoch.epoch());
      double total = epoch.validation().map(terms -> terms.total()).orElse(Double.NaN);
      if (files.containsKey(step) && total < lowest) {
        lowest = total;
        best = Optional.of(step);
      }
    }
    return best;
  }
}
