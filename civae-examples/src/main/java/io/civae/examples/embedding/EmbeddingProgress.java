package io.civae.examples.embedding;

/** Hears how far an embedding has come. Called on the thread that asked for the embedding. */
@FunctionalInterface
public interface EmbeddingProgress {

  /** Hears nothing. */
  EmbeddingProgress SILENT = (step, steps) -> {};

  /**
   * Another step was finished.
   *
   * @param step how many are finished, from 1
   * @param steps how many there are
   */
  void finished(int step, int steps);
}
