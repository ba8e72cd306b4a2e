package io.civae.examples.singlecell.study;

import io.civae.CiVaeModel;

/**
 * A finished training.
 *
 * @param model to be closed
 * @param seed it was trained under
 * @param seconds its training took
 */
record TrainedModel(CiVaeModel model, long seed, double seconds) implements AutoCloseable {

  int epochs() {
    return model.history().epochs().size();
  }

  @Override
  public void close() {
    model.close();
  }
}
