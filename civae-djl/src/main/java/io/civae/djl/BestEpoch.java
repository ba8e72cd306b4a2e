package io.civae.djl;

import io.civae.spi.NetworkParameters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parameters of the epoch with the lowest objective on validation data. */
final class BestEpoch {

  private final int patience;
  private double lowest = Double.POSITIVE_INFINITY;
  private @Nullable NetworkParameters parameters;
  private int epochsSince;

  BestEpoch(int patience) {
    this.patience = patience;
  }

  /** Takes an epoch's parameters if its objective is below all before; one that is NaN never is. */
  void offer(double objective, Supplier<NetworkParameters> current) {
    epochsSince++;
    if (objective < lowest) {
      lowest = objective;
      parameters = current.get();
      epochsSince = 0;
    }
  }

  /** Whether patience is left. */
  boolean mayStillImprove() {
    return epochsSince < patience;
  }

  /** Null when no objective was a finite number. */
  @Nullable NetworkParameters parameters() {
    return parameters;
  }
}
