package io.civae.augment;

/** Why a synthetic observation was thrown away: the first rule that it broke, in this order. */
public enum RejectionReason {
  /** The discriminator puts it in another class or on the boundary. */
  OFF_CLASS("off class"),
  /** The discriminator is not sure enough. */
  LOW_PROBABILITY("below the least probability"),
  /** It lies in a hole of its class. */
  IMPLAUSIBLE("implausible");

  private final String words;

  RejectionReason(String words) {
    this.words = words;
  }

  /**
   * The reason in words, for people.
   *
   * @return for instance {@code off class}
   */
  public String words() {
    return words;
  }
}
