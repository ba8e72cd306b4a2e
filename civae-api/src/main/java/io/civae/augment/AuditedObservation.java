package io.civae.augment;

/**
 * One synthetic observation with what is known of it. Immutable: the array that it gives is a copy.
 */
public final class AuditedObservation {

  private final float[] observation;
  private final SyntheticAudit audit;

  /**
   * Keeps a copy of the values.
   *
   * @param observation {@code [d]}, in the user's units
   * @param audit what is known of it
   */
  public AuditedObservation(float[] observation, SyntheticAudit audit) {
    this.observation = observation.clone();
    this.audit = audit;
  }

  /**
   * The observation.
   *
   * @return {@code [d]}, in the user's units; the array belongs to the caller
   */
  public float[] observation() {
    return observation.clone();
  }

  /**
   * What is known of it, its label included.
   *
   * @return the audit
   */
  public SyntheticAudit audit() {
    return audit;
  }

  @Override
  public String toString() {
    return "AuditedObservation[" + observation.length + " features, " + audit + "]";
  }
}
