package io.civae.djl;

import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import java.util.Optional;

/** Keeps the epoch with the lowest objective on validation data, and waits as long as it may. */
final class EarlyStopping {

  private final int patience;
  private Optional<BestEpoch> best;

  /** {@code patience} is a number of epochs, 0 to keep and stop nothing. */
  EarlyStopping(int patience, Optional<BestEpoch> best) {
    this.patience = patience;
    this.best = best;
  }

  /** Takes an epoch if its objective is below all before; one that is no number never is. */
  void offer(int epoch, double objective, NetworkParameters parameters) {
    if (patience > 0
        && Double.isFinite(objective)
        && best.stream().allMatch(kept -> objective < kept.objective())) {
      best = Optional.of(new BestEpoch(epoch, objective, parameters));
    }
  }

  /** Whether patience is left after so many epochs. */
  boolean mayStillImprove(int epochs) {
    return patience == 0 || epochs - best.map(BestEpoch::epoch).orElse(0) < patience;
  }

  /** Empty when no objective was a finite number. */
  Optional<BestEpoch> best() {
    return best;
  }
}
