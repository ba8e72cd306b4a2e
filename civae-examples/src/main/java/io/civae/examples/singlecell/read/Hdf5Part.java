package io.civae.examples.singlecell.read;

import io.civae.examples.format.DamagedFileException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group or a data set of an HDF5 file, named by its path in every message. On a damaged file jhdf
 * answers with whatever unchecked exception its parsing meets (of its own, of the buffers, of
 * arithmetic), so each of them is turned into the one that says which file is damaged and where.
 */
final class Hdf5Part {

  private final Path file;
  private final Node node;
  private final String path;

  private Hdf5Part(Path file, Node node, String path) {
    this.file = file;
    this.node = node;
    this.path = path;
  }

  /** Work on an open file. */
  @FunctionalInterface
  interface Reading<T> {
    T from(Hdf5Part root) throws IOException;
  }

  /** Something asked of jhdf. */
  @FunctionalInterface
  interface Question<T extends @Nullable Object> {
    T ask();
  }

  static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        HdfFile open = open(file, channel)) {
      return reading.from(new Hdf5Part(file, open, ""));
    }
  }

  /**
   * Opens a file, mapped if a mapping can hold it: jhdf then takes slices of the mapping, where on
   * a channel it would allocate whatever length a damaged file declares.
   */
  private static HdfFile open(Path file, FileChannel channel) throws IOException {
    if (channel.size() > Integer.MAX_VALUE) {
      return guarded(file, "", () -> new HdfFile(file));
    }
    MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    return guarded(file, "", () -> HdfFile.fromByteBuffer(bytes));
  }

  private static <T extends @Nullable Object> T guarded(
      Path file, String path, Question<T> question) throws DamagedFileException {
    try {
      return question.ask();
    } catch (RuntimeException e) {
      throw new DamagedFileException(
          file.toString(), "/" + path + " cannot be read as HDF5: " + e, e);
    } catch (StackOverflowError e) {
      throw new DamagedFileException(
          file.toString(), "/" + path + " cannot be read as HDF5: it contains itself", e);
    } catch (OutOfMemoryError e) {
      // One allocation that was too large to begin with leaves the heap as it was.
      throw new DamagedFileException(
          file.toString(), "/" + path + " declares a size that does not fit into memory", e);
    }
  }

  <T extends @Nullable Object> T guarded(Question<T> question) throws DamagedFileException {
    return guarded(file, path, question);
  }

  Path file() {
    return file;
  }

  String path() {
    return path;
  }

  DamagedFileException damaged(String problem) {
    return new DamagedFileException(file.toString(), "/" + path + " " + problem);
  }

  boolean isGroup() {
    return node instanceof Group;
  }

  /** The names of what a group holds. */
  List<String> names() throws IOException {
    Group group = group();
    return guarded(() -> List.copyOf(group.getChildren().keySet()));
  }

  private Group group() throws DamagedFileException {
    if (node instanceof Group group) {
      return group;
    }
    throw damaged("must be a group");
  }

  Dataset dataset() throws DamagedFileException {
    if (node instanceof Dataset dataset) {
      return dataset;
    }
    throw damaged("must be a data set");
  }

  /** A member of a group, null when there is none. */
  @Nullable Hdf5Part find(String name) throws IOException {
    Group group = group();
    Node child = guarded(() -> group.getChildren().get(name));
    return child == null
        ? null
        : new Hdf5Part(file, child, path.isEmpty() ? name : path + "/" + name);
  }

  /** A member of a group that must be there. */
  Hdf5Part get(String name) throws IOException {
    Hdf5Part child = find(name);
    if (child == null) {
      throw damaged("must have a member \"" + name + "\", has " + names());
    }
    return child;
  }

  /** The value of an attribute, null when there is none. */
  @Nullable Object attribute(String name) throws IOException {
    return guarded(
        () -> {
          Attribute attribute = node.getAttribute(name);
          return attribute == null ? null : attribute.getData();
        });
  }

  /** The text of an attribute, null when there is none or it is no text. */
  @Nullable String text(String name) throws IOException {
    return attribute(name) instanceof String text ? text : null;
  }
}
