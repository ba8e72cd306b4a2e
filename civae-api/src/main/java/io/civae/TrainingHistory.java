package io.civae;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The metrics of every epoch of a training, in order. Immutable; part of the model file. */
public final class TrainingHistory {

  private final ImmutableList<EpochMetrics> epochs;

  private TrainingHistory(ImmutableList<EpochMetrics> epochs) {
    this.epochs = epochs;
  }

  /**
   * A history of the given epochs.
   *
   * @param epochs in order
   * @return the history
   */
  public static TrainingHistory of(List<EpochMetrics> epochs) {
    return new TrainingHistory(ImmutableList.copyOf(epochs));
  }

  /**
   * Every epoch, in order.
   *
   * @return an immutable list
   */
  public List<EpochMetrics> epochs() {
    return epochs;
  }

  /**
   * The last epoch.
   *
   * @return its metrics
   * @throws IllegalStateException if no epoch was completed
   */
  public EpochMetrics last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("no epoch was completed");
    }
    return epochs.get(epochs.size() - 1);
  }

  @Override
  public String toString() {
    return epochs.isEmpty() ? "TrainingHistory[]" : "TrainingHistory[… " + last() + "]";
  }
}
