package io.civae.examples.gain;

import io.civae.data.LabeledDataset;

/** A way to make more rows of a class. */
interface Balancer {

  /**
   * Looks at the real rows.
   *
   * @param training all labelled
   * @param seed of every draw
   * @return makes rows from them
   */
  Maker on(LabeledDataset training, long seed);

  /** Makes rows from the real ones it has seen. */
  interface Maker extends AutoCloseable {

    /** The rows asked for, class by class; never the real ones. */
    LabeledDataset made(ClassCounts counts);

    @Override
    default void close() {}
  }
}
