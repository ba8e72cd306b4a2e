package io.civae.internal.walk;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.civae.LatentDistribution;
import io.civae.walk.AggregatePosterior;

/** The members of one class as posteriors. Immutable; its arrays must not be changed. */
public final class EncodedClass {

  private final int[] members;
  private final float[][] mean;
  private final float[][] logVariance;
  private final Supplier<AggregatePosterior> density;

  EncodedClass(int[] members, LatentDistribution posteriors) {
    this.members = members;
    this.mean = posteriors.mean();
    this.logVariance = posteriors.logVariance();
    this.density = Suppliers.memoize(() -> AggregatePosterior.of(posteriors));
  }

  /**
   * The number of members.
   *
   * @return at least 1
   */
  public int size() {
    return members.length;
  }

  /**
   * Where the members stand in the dataset.
   *
   * @return indices in order, not a copy
   */
  public int[] members() {
    return members;
  }

  /**
   * The posterior means.
   *
   * @return {@code [size][h]}, not a copy
   */
  public float[][] mean() {
    return mean;
  }

  /**
   * The posterior log-variances.
   *
   * @return {@code [size][h]}, not a copy
   */
  public float[][] logVariance() {
    return logVariance;
  }

  /**
   * The density of the class.
   *
   * @return computed once
   */
  public AggregatePosterior density() {
    return density.get();
  }
}
