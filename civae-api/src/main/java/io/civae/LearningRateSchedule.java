package io.civae;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * The learning rate of each step, as a share of the peak rate, over the length of the training: a
 * schedule stretches with the number of epochs.
 *
 * <p>Immutable.
 */
public final class LearningRateSchedule {

  /** The shapes a schedule can have. */
  public enum Kind {
    /** The peak rate throughout. */
    CONSTANT,
    /** Up to the peak and down again. */
    ONE_CYCLE,
    /** A list of rates, each for the same number of steps. */
    STAGED
  }

  private static final double WARM_UP_SHARE = 0.3;
  private static final double START_FACTOR = 1.0 / 25;
  private static final double END_FACTOR = START_FACTOR / 1e4;

  private final Kind kind;
  private final ImmutableList<Double> factors;

  private LearningRateSchedule(Kind kind, ImmutableList<Double> factors) {
    this.kind = kind;
    this.factors = factors;
  }

  /**
   * The peak rate throughout.
   *
   * @return the schedule
   */
  public static LearningRateSchedule constant() {
    return new LearningRateSchedule(Kind.CONSTANT, ImmutableList.of());
  }

  /**
   * One cycle (Smith and Topin, 2018): over the first 30 % of steps a half cosine from 1/25 of the
   * peak up to the peak, then a half cosine down to 1/250,000 of it.
   *
   * @return the schedule
   */
  public static LearningRateSchedule oneCycle() {
    return new LearningRateSchedule(Kind.ONE_CYCLE, ImmutableList.of());
  }

  /**
   * Stages of equal length.
   *
   * @param factors the share of the peak rate in each stage, in (0, 1]; at least one
   * @return the schedule
   * @throws IllegalArgumentException if there is no factor or one is out of range
   */
  public static LearningRateSchedule staged(double... factors) {
    if (factors.length == 0) {
      throw new IllegalArgumentException("factors is empty; at least one stage is needed");
    }
    ImmutableList.Builder<Double> checked = ImmutableList.builder();
    for (int i = 0; i < factors.length; i++) {
      if (!(factors[i] > 0 && factors[i] <= 1)) {
        throw new IllegalArgumentException(
            "factors[" + i + "] (" + factors[i] + ") must be above 0 and at most 1");
      }
      checked.add(factors[i]);
    }
    return new LearningRateSchedule(Kind.STAGED, checked.build());
  }

  /**
   * The shape.
   *
   * @return its kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The shares of the stages.
   *
   * @return an immutable list, empty unless staged
   */
  public List<Double> factors() {
    return factors;
  }

  /**
   * The share of the peak rate at one step.
   *
   * @param step from 0 to {@code steps − 1}
   * @param steps the length of the training, at least 1
   * @return a share in (0, 1]
   */
  public double factor(long step, long steps) {
    return switch (kind) {
      case CONSTANT -> 1;
      case STAGED ->
          factors.get((int) Math.min(factors.size() - 1L, step * factors.size() / steps));
      case ONE_CYCLE -> oneCycleFactor(step, steps);
    };
  }

  private static double oneCycleFactor(long step, long steps) {
    double warmUp = Math.max(1, WARM_UP_SHARE * steps - 1);
    if (step <= warmUp) {
      return halfCosine(START_FACTOR, 1, step / warmUp);
    }
    double rest = Math.max(1, steps - 1 - warmUp);
    return halfCosine(1, END_FACTOR, Math.min(1, (step - warmUp) / rest));
  }

  private static double halfCosine(double from, double to, double share) {
    return to + (from - to) / 2 * (1 + StrictMath.cos(Math.PI * share));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LearningRateSchedule that
        && kind == that.kind
        && factors.equals(that.factors);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, factors);
  }

  @Override
  public String toString() {
    return kind == Kind.STAGED ? "STAGED" + factors : kind.toString();
  }
}
