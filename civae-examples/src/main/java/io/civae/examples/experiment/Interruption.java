package io.civae.examples.experiment;

import io.civae.Checkpoints;
import io.civae.FitOptions;
import io.civae.TrainingListener;
import java.time.Duration;
import java.util.Optional;

/**
 * What ends a training of an experiment early, and where it goes on.
 *
 * @param checkpoints where they are; empty for none
 * @param timeBudget how long training may take; empty for as long as it needs
 */
public record Interruption(Optional<Checkpoints> checkpoints, Optional<Duration> timeBudget) {

  /** Nothing but a signal ends it, and then it does not go on. */
  public static final Interruption NONE = new Interruption(Optional.empty(), Optional.empty());

  /**
   * The options of a training that signals stop, too.
   *
   * @param listener watches
   * @param signals stop it
   * @return the options
   */
  public FitOptions options(TrainingListener listener, StopSignals signals) {
    FitOptions.Builder options =
        FitOptions.builder().listener(listener).cancellation(signals.cancellation());
    checkpoints.ifPresent(options::checkpoints);
    timeBudget.ifPresent(options::timeBudget);
    return options.build();
  }

  /**
   * How to go on after a signal.
   *
   * @return for {@link StopSignals#check}
   */
  public String advice() {
    return checkpoints
        .map(
            places ->
                "its checkpoint is in " + places.folder() + ": the same command goes on from there")
        .orElse("nothing is kept of it");
  }
}
