package io.civae.augment;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many observations each class shall have after balancing. Immutable. Observations are only
 * ever added, and a class without members stays without.
 */
public final class Balance {

  private final OptionalDouble ratio;
  private final ImmutableMap<String, Integer> counts;

  private Balance(OptionalDouble ratio, Map<String, Integer> counts) {
    this.ratio = ratio;
    this.counts = ImmutableMap.copyOf(counts);
  }

  /**
   * Every class as large as the largest.
   *
   * @return the strategy
   */
  public static Balance toMajority() {
    return toRatio(1);
  }

  /**
   * Every class at least {@code round(ratio · largest)}; larger ones stay as they are.
   *
   * @param ratio in (0, 1]
   * @return the strategy
   * @throws IllegalArgumentException if out of range
   */
  public static Balance toRatio(double ratio) {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio (" + ratio + ") must be above 0 and at most 1");
    }
    return new Balance(OptionalDouble.of(ratio), Map.of());
  }

  /**
   * Exactly so many of each class named; other classes stay as they are.
   *
   * @param counts for each class the number after balancing, real ones included: at least the
   *     number of its members, which must be one or more
   * @return the strategy
   */
  public static Balance toCounts(Map<String, Integer> counts) {
    return new Balance(OptionalDouble.empty(), counts);
  }

  /**
   * The classes that {@link #toCounts} named.
   *
   * @return an immutable map, empty for the other strategies
   */
  public Map<String, Integer> counts() {
    return counts;
  }

  /**
   * How many observations a class shall have.
   *
   * @param className the class
   * @param members how many it has
   * @param largest members of the largest class
   * @return at least {@code members}
   * @throws IllegalArgumentException if it shall have fewer than it has, or any without a member
   */
  public int target(String className, int members, int largest) {
    if (ratio.isPresent()) {
      int wanted = (int) Math.round(ratio.getAsDouble() * largest);
      return members == 0 ? 0 : Math.max(members, wanted);
    }
    int wanted = counts.getOrDefault(className, members);
    if (wanted < members) {
      throw new IllegalArgumentException(
          "count ("
              + wanted
              + ") of class \""
              + className
              + "\" must be at least its "
              + (members == 1 ? "1 member" : members + " members")
              + ": balancing only adds");
    }
    if (wanted > 0 && members == 0) {
      throw new IllegalArgumentException(
          "count (" + wanted + ") of class \"" + className + "\", which has no member, must be 0");
    }
    return wanted;
  }

  @Override
  public String toString() {
    return ratio.isPresent()
        ? "Balance[ratio " + ratio.getAsDouble() + "]"
        : "Balance[counts " + counts + "]";
  }
}
