package io.civae;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How one training is run, none of which changes what a step computes: who watches it, what ends it
 * early, where its checkpoints are. Immutable and thread-safe.
 */
public final class FitOptions {

  /** The default of {@link Builder#rollbacks(int)}. */
  public static final int DEFAULT_ROLLBACKS = 3;

  private final TrainingListener listener;
  private final Optional<Checkpoints> checkpoints;
  private final Optional<Duration> timeBudget;
  private final Optional<Cancellation> cancellation;
  private final int rollbacks;

  private FitOptions(Builder builder) {
    listener = builder.listener;
    checkpoints = builder.checkpoints;
    timeBudget = builder.timeBudget;
    cancellation = builder.cancellation;
    rollbacks = builder.rollbacks;
  }

  /**
   * A builder with the defaults: silent, to the end, without checkpoints.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What is told of progress.
   *
   * @return the listener
   */
  public TrainingListener listener() {
    return listener;
  }

  /**
   * Where checkpoints are written.
   *
   * @return empty for none
   */
  public Optional<Checkpoints> checkpoints() {
    return checkpoints;
  }

  /**
   * How long training may take.
   *
   * @return empty for as long as it needs
   */
  public Optional<Duration> timeBudget() {
    return timeBudget;
  }

  /**
   * What ends it from another thread.
   *
   * @return empty for nothing but an interrupt
   */
  public Optional<Cancellation> cancellation() {
    return cancellation;
  }

  /**
   * How often it may go back to an earlier state because it diverged.
   *
   * @return at least 0
   */
  public int rollbacks() {
    return rollbacks;
  }

  /** Collects the options. Not thread-safe. */
  public static final class Builder {

    private TrainingListener listener = TrainingListener.NONE;
    private Optional<Checkpoints> checkpoints = Optional.empty();
    private Optional<Duration> timeBudget = Optional.empty();
    private Optional<Cancellation> cancellation = Optional.empty();
    private int rollbacks = DEFAULT_ROLLBACKS;

    private Builder() {}

    /**
     * Sets what is told of progress. Default {@link TrainingListener#NONE}.
     *
     * @param watching the listener
     * @return this builder
     */
    public Builder listener(TrainingListener watching) {
      listener =
          Objects.requireNonNull(
              watching, "listener must not be null; TrainingListener.NONE is silent");
      return this;
    }

    /**
     * Sets where checkpoints are written, and read when training starts. Default: none are.
     *
     * @param places where and when
     * @return this builder
     */
    public Builder checkpoints(Checkpoints places) {
      checkpoints = Optional.of(places);
      return this;
    }

    /**
     * Sets how long this call of {@code fit} may take: training ends after the first step that ends
     * later, with a usable model. Default: as long as it needs.
     *
     * @param budget above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder timeBudget(Duration budget) {
      if (budget.isZero() || budget.isNegative()) {
        throw new IllegalArgumentException("timeBudget (" + budget + ") must be above zero");
      }
      timeBudget = Optional.of(budget);
      return this;
    }

    /**
     * Sets what ends training from another thread, after the step under way and with a usable
     * model. Interrupting the thread that trains does the same. Default: nothing else.
     *
     * @param token to be cancelled
     * @return this builder
     */
    public Builder cancellation(Cancellation token) {
      cancellation = Optional.of(token);
      return this;
    }

    /**
     * Sets how often training that diverges, whose loss or parameters are not finite any more, goes
     * back to where its epoch began and on with half the learning rate, before it fails. Default
     * {@value FitOptions#DEFAULT_ROLLBACKS}.
     *
     * @param most in all; 0 to fail at once
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder rollbacks(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("rollbacks (" + most + ") must be at least 0");
      }
      rollbacks = most;
      return this;
    }

    /**
     * The options.
     *
     * @return as set so far
     */
    public FitOptions build() {
      return new FitOptions(this);
    }
  }
}
