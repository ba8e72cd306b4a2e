package io.civae;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The metrics of every whole epoch of a training, in order, and how it ended. Immutable; part of
 * the model file.
 */
public final class TrainingHistory {

  private final ImmutableList<EpochMetrics> epochs;
  private final Optional<TrainingOutcome> outcome;

  private TrainingHistory(ImmutableList<EpochMetrics> epochs, Optional<TrainingOutcome> outcome) {
    this.epochs = epochs;
    this.outcome = outcome;
  }

  /**
   * A history of the given epochs, whose end is unknown.
   *
   * @param epochs in order
   * @return the history
   */
  public static TrainingHistory of(List<EpochMetrics> epochs) {
    return new TrainingHistory(ImmutableList.copyOf(epochs), Optional.empty());
  }

  /**
   * A history of the given epochs that ended as told.
   *
   * @param epochs in order
   * @param outcome how it ended
   * @return the history
   */
  public static TrainingHistory of(List<EpochMetrics> epochs, TrainingOutcome outcome) {
    return new TrainingHistory(ImmutableList.copyOf(epochs), Optional.of(outcome));
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
   * How training ended, and which epoch's parameters the model has.
   *
   * @return empty in the file of a version that did not record it
   */
  public Optional<TrainingOutcome> outcome() {
    return outcome;
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
