package io.civae.internal.checkpoint;

import io.civae.TrainingHistory;
import io.civae.internal.network.NetworkShape;
import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingState;

/**
 * A training after a step: which one it is, and all it has come to.
 *
 * @param identity of the training
 * @param state after the step
 * @param history of its whole epochs; with an outcome once it has ended by itself
 */
public record Checkpoint(TrainingIdentity identity, TrainingState state, TrainingHistory history) {

  /**
   * Checks that the parts fit together.
   *
   * @param identity of the training
   * @param state after the step
   * @param history of its whole epochs
   * @throws IllegalArgumentException if they do not; the message says which
   */
  public Checkpoint {
    if (!identity.config().isResolved()) {
      throw new IllegalArgumentException("config must be resolved");
    }
    check(identity, state.current().parameters());
    state.epochStart().map(NetworkState::parameters).ifPresent(start -> check(identity, start));
    state.best().map(BestEpoch::parameters).ifPresent(best -> check(identity, best));
    if (history.epochs().size() > state.step()) {
      throw new IllegalArgumentException(
          "history has "
              + history.epochs().size()
              + " epochs, more than there were steps ("
              + state.step()
              + ")");
    }
  }

  private static void check(TrainingIdentity identity, NetworkParameters parameters) {
    NetworkShape.check(
        identity.config(),
        parameters,
        identity.featureNames().size(),
        identity.classNames().size());
  }

  /**
   * The step after which a whole epoch ended.
   *
   * @param epoch from 1 to the size of the history
   * @return its step
   */
  public long stepOfEpoch(int epoch) {
    long ended = state.epochStart().map(NetworkState::step).orElse(state.step());
    return ended / history.epochs().size() * epoch;
  }
}
