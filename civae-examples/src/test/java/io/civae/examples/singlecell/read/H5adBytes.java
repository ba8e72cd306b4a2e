package io.civae.examples.singlecell.read;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;

/** Small AnnData files, written by jhdf. */
final class H5adBytes {

  private H5adBytes() {}

  /** What a test wants different from the small file. */
  @FunctionalInterface
  interface Change {
    void to(WritableHdfFile file, WritableGroup obs);
  }

  static Path write(Path path, Change change) {
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup obs = file.putGroup("obs");
      obs.putAttribute("_index", "index");
      obs.putDataset("index", new String[] {"AAA-1", "CCC-1", "GGG-1"});
      WritableGroup type = obs.putGroup("type");
      type.putAttribute("encoding-type", "categorical");
      type.putDataset("categories", new String[] {"B", "T"});
      type.putDataset("codes", new byte[] {0, -1, 1});
      obs.putDataset("n_counts", new float[] {13, 0, 5});
      WritableGroup var = file.putGroup("var");
      var.putAttribute("_index", "index");
      var.putDataset("index", new String[] {"ENSG1", "ENSG2", "ENSG3", "ENSG4"});
      change.to(file, obs);
    }
    return path;
  }

  static void dense(WritableGroup parent, String name) {
    parent.putDataset(
        name,
        SmallFiles.COUNTS,
        DatasetCreationOptions.builder().chunkDimensions(2, 3).shuffle().deflate().build());
  }

  static WritableGroup csr(WritableGroup parent, String name) {
    return sparse(
        parent,
        name,
        "csr_matrix",
        new float[] {1, 12, 3, 2},
        new int[] {0, 3, 1, 3},
        new int[] {0, 2, 2, 4});
  }

  static WritableGroup csc(WritableGroup parent, String name) {
    return sparse(
        parent,
        name,
        "csc_matrix",
        new float[] {1, 3, 12, 2},
        new int[] {0, 2, 0, 2},
        new int[] {0, 1, 2, 2, 4});
  }

  static WritableGroup sparse(
      WritableGroup parent,
      String name,
      String encoding,
      float[] data,
      int[] indices,
      int[] starts) {
    WritableGroup group = parent.putGroup(name);
    group.putAttribute("encoding-type", encoding);
    group.putAttribute("shape", new long[] {3, 4});
    group.putDataset("data", data);
    group.putDataset("indices", indices);
    group.putDataset("indptr", starts);
    return group;
  }
}
