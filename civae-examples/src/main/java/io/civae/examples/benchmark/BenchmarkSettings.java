package io.civae.examples.benchmark;

import io.civae.CiVaeBuilder;
import io.civae.OutputActivation;
import io.civae.Scaling;

/** What is measured: a network and how long it is looked at. Immutable. */
public final class BenchmarkSettings {

  /** The width of an observation, that of MNIST. */
  static final int FEATURES = 784;

  static final int CLASSES = 10;

  /** A cold JVM needs about as many steps before they take their usual time. */
  public static final int DEFAULT_WARM_UP = 300;

  private final int steps;
  private final int warmUp;
  private final int rows;
  private final CiVaeBuilder network;
  private final int batch;

  /**
   * Settings.
   *
   * @param network widths, latent size, dropout and device; copied
   * @param batch rows of a training step, at least 2
   * @param steps timed training steps, at least 1
   * @param warmUp steps before them, at least 1
   * @param rows rows of a bulk call and members of the class that is doubled, at least 2
   * @throws IllegalArgumentException if a value is out of range
   */
  public BenchmarkSettings(CiVaeBuilder network, int batch, int steps, int warmUp, int rows) {
    this.batch = atLeast(2, "batch", batch);
    this.steps = atLeast(1, "steps", steps);
    this.warmUp = atLeast(1, "warm-up", warmUp);
    this.rows = atLeast(2, "rows", rows);
    this.network =
        network.config().toBuilder()
            .batchSize(batch)
            .scaling(Scaling.NONE)
            .outputActivation(OutputActivation.SIGMOID);
  }

  private static int atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least " + least);
    }
    return value;
  }

  int batch() {
    return batch;
  }

  int steps() {
    return steps;
  }

  int warmUp() {
    return warmUp;
  }

  int rows() {
    return rows;
  }

  String device() {
    return network.config().device();
  }

  /** A copy of the network's settings, to be completed. */
  CiVaeBuilder network() {
    return network.config().toBuilder();
  }

  FlopCount flops() {
    return new FlopCount(FEATURES, network.config(), CLASSES);
  }
}
