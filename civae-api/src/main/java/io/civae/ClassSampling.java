package io.civae;

import com.google.common.collect.ImmutableSortedMap;
import io.civae.data.LabeledDataset;
import io.civae.data.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How often an epoch shows the observations of each class.
 *
 * <p>An epoch always has as many rows as the training data. Every unlabelled observation is among
 * them once; the n others are divided among the classes by their proportions {@code p_c}: {@code n
 * · p_c / Σp} for class c, rounded by largest remainder. Within a class of {@code n_c} members that
 * gets m rows, each member is shown ⌊m / n_c⌋ times, and m mod n_c of them, drawn anew in each
 * epoch, once more. So the members of a rare class are repeated and those of a frequent one take
 * turns. All terms of the objective are means over what is shown; validation data are as they are.
 *
 * <p>An {@link ObservationTransform} changes an observation alike wherever an epoch shows it; noise
 * and dropout differ. Which rows are drawn depends on the seed and the epoch alone.
 *
 * <p>Immutable.
 */
public final class ClassSampling {

  /** Where proportions come from. */
  public enum Kind {
    /** Every observation once. */
    NATURAL,
    /** Every class as often as any other. */
    BALANCED,
    /** As the user says. */
    GIVEN
  }

  private static final String SETTING = "classSampling";

  private final Kind kind;
  private final ImmutableSortedMap<String, Double> proportions;

  private ClassSampling(Kind kind, ImmutableSortedMap<String, Double> proportions) {
    this.kind = kind;
    this.proportions = proportions;
  }

  /**
   * Every observation once in each epoch.
   *
   * @return the sampling
   */
  public static ClassSampling natural() {
    return new ClassSampling(Kind.NATURAL, ImmutableSortedMap.of());
  }

  /**
   * Every class as often as any other; each must have a training observation.
   *
   * @return the sampling
   */
  public static ClassSampling balanced() {
    return new ClassSampling(Kind.BALANCED, ImmutableSortedMap.of());
  }

  /**
   * Proportions by class name.
   *
   * @param proportions relative to each other, each from 1e-6 to 1e6; {@code fit} checks that they
   *     name exactly the classes with training observations and give each of them a row
   * @return the sampling
   * @throws IllegalArgumentException if there is none or one is out of range
   */
  public static ClassSampling of(Map<String, Double> proportions) {
    return new ClassSampling(Kind.GIVEN, ClassNumbers.checked("proportions", proportions));
  }

  /**
   * Where the proportions come from.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The proportions that were given.
   *
   * @return an immutable map in the order of names, empty unless given
   */
  public Map<String, Double> proportions() {
    return proportions;
  }

  /**
   * What draws the rows of each epoch.
   *
   * @param training the data to draw from
   * @return the sampler
   * @throws IllegalArgumentException if a class that is named does not exist, one with training
   *     observations is not named, one that needs them has none, or one would not get a row
   */
  public RowSampler sampler(LabeledDataset training) {
    if (kind == Kind.NATURAL) {
      return RowSampler.natural(training.size());
    }
    List<String> names = training.classNames();
    int[] members = ClassNumbers.members(training);
    double[] shares = new double[names.size()];
    if (kind == Kind.BALANCED) {
      ClassNumbers.checkEveryClassHasMembers(SETTING, names, members);
      Arrays.fill(shares, 1);
    } else {
      ClassNumbers.checkNames(SETTING, proportions, names, members);
      checkComplete(names, members);
      proportions.forEach((name, proportion) -> shares[names.indexOf(name)] = proportion);
    }
    return RowSampler.byClass(training, shares);
  }

  private void checkComplete(List<String> names, int[] members) {
    for (int c = 0; c < members.length; c++) {
      if (members[c] > 0 && !proportions.containsKey(names.get(c))) {
        throw new IllegalArgumentException(
            SETTING
                + " ("
                + proportions
                + ") must name every class that has training observations; \""
                + names.get(c)
                + "\" is missing");
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassSampling that
        && kind == that.kind
        && proportions.equals(that.proportions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, proportions);
  }

  @Override
  public String toString() {
    return kind == Kind.GIVEN ? proportions.toString() : kind.toString();
  }
}
