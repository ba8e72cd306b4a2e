package io.civae.djl;

import io.civae.CiVaeModel;

/** A training whose batches are copied in parallel, for a JVM whose common pool has no threads. */
public final class WorkerlessTraining {

  private WorkerlessTraining() {}

  /**
   * Trains 300 steps.
   *
   * @param arguments the engine
   */
  public static void main(String[] arguments) {
    try (CiVaeModel model =
        Fixtures.small()
            .hiddenLayers(300, 130)
            .batchSize(256)
            .epochs(300)
            .backend(DjlBackend.of(arguments[0]))
            .build()
            .fit(Fixtures.blobs(2, 128, 100, 1))) {
      System.out.println(model.history().epochs().size());
    }
  }
}
