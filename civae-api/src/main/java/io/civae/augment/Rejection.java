package io.civae.augment;

/**
 * Which synthetic observations are thrown away and drawn anew. Immutable: each rule gives a new
 * one. By default none is thrown away.
 *
 * <p>Drawing ends with a {@link TooFewAcceptedException} once {@code candidates ≥ limit · (accepted
 * + 50)}: never are fewer observations returned than asked for.
 */
public final class Rejection {

  /** Candidates for each accepted one unless set otherwise. */
  public static final int DEFAULT_LIMIT = 20;

  private static final Rejection NONE = new Rejection(false, 0, 0, DEFAULT_LIMIT);

  private final boolean offClass;
  private final double minProbability;
  private final double implausibleShare;
  private final int limit;

  private Rejection(boolean offClass, double minProbability, double implausibleShare, int limit) {
    this.offClass = offClass;
    this.minProbability = minProbability;
    this.implausibleShare = implausibleShare;
    this.limit = limit;
  }

  /**
   * Nothing is thrown away.
   *
   * @return no rule
   */
  public static Rejection none() {
    return NONE;
  }

  /**
   * Observations whose latent the discriminator puts in another class, or on its boundary: margin 0
   * or below.
   *
   * @return one rule
   */
  public static Rejection offClass() {
    return NONE.andOffClass();
  }

  /**
   * Observations in a hole of their class: with a hole score below that of a share of the real
   * members, each scored by the other members.
   *
   * @param share of real members that would be thrown away too, in (0, 1), for instance 0.01
   * @return one rule
   * @throws IllegalArgumentException if out of range
   */
  public static Rejection implausible(double share) {
    return NONE.andImplausible(share);
  }

  /**
   * Adds the rule of {@link #offClass()}.
   *
   * @return a new rejection
   */
  public Rejection andOffClass() {
    return new Rejection(true, minProbability, implausibleShare, limit);
  }

  /**
   * Adds the rule of {@link #implausible}.
   *
   * @param share in (0, 1)
   * @return a new rejection
   * @throws IllegalArgumentException if out of range
   */
  public Rejection andImplausible(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be between 0 and 1");
    }
    return new Rejection(offClass, minProbability, share, limit);
  }

  /**
   * Adds a rule: observations to whose latent the discriminator gives less than this probability of
   * its class.
   *
   * @param probability in (0, 1]
   * @return a new rejection
   * @throws IllegalArgumentException if out of range
   */
  public Rejection andBelowProbability(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability (" + probability + ") must be above 0 and at most 1");
    }
    return new Rejection(offClass, probability, implausibleShare, limit);
  }

  /**
   * Sets how many candidates are drawn for each accepted one before giving up.
   *
   * @param candidates at least 1, {@value #DEFAULT_LIMIT} by default
   * @return a new rejection
   * @throws IllegalArgumentException if out of range
   */
  public Rejection withLimit(int candidates) {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates (" + candidates + ") must be at least 1");
    }
    return new Rejection(offClass, minProbability, implausibleShare, candidates);
  }

  /**
   * Whether any rule is set.
   *
   * @return false when nothing is ever thrown away
   */
  public boolean isActive() {
    return offClass || minProbability > 0 || implausibleShare > 0;
  }

  /**
   * Whether off-class observations are thrown away.
   *
   * @return false unless set
   */
  public boolean rejectsOffClass() {
    return offClass;
  }

  /**
   * The least probability.
   *
   * @return 0 unless set
   */
  public double minProbability() {
    return minProbability;
  }

  /**
   * The share of real members below which an observation is implausible.
   *
   * @return 0 unless set
   */
  public double implausibleShare() {
    return implausibleShare;
  }

  /**
   * The most candidates for each accepted one.
   *
   * @return at least 1
   */
  public int limit() {
    return limit;
  }
}
