package io.civae.djl;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.data.MappedFeatureMatrix;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/** One epoch on a memory-mapped file, for a JVM of its own with little memory. */
public final class LargeTraining {

  /** The number of features. */
  static final int COLUMNS = 100;

  private LargeTraining() {}

  /**
   * Trains, and prints the heap in use in MB and the seconds of the epoch.
   *
   * @param arguments the engine and a file of raw floats
   */
  public static void main(String[] arguments) {
    try (MappedFeatureMatrix features =
        MappedFeatureMatrix.ofRawFloats(Path.of(arguments[1]), COLUMNS)) {
      int[] labels = new int[features.rows()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = i % 2;
      }
      CiVae ciVae =
          CiVae.builder()
              .latentDim(4)
              .hiddenLayers(32)
              .epochs(1)
              .batchSize(256)
              .scaling(Scaling.NONE)
              .backend(DjlBackend.of(arguments[0]))
              .build();
      try (CiVaeModel model = ciVae.fit(LabeledDataset.of(features, labels))) {
        EpochMetrics epoch = model.history().last();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "%d %.2f%n", heap >> 20, epoch.seconds());
      }
    }
  }
}
