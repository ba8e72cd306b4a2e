package io.civae;

import com.google.common.collect.ImmutableSortedMap;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How much the observations of each class count in the discriminator's cross-entropy. With the
 * weight {@code w_c} of each class, that of a batch whose labelled observations are S is
 *
 * <pre>
 * {@code CE = Σ_{n∈S} w_{y_n}·CE_n / Σ_{n∈S} w_{y_n}}
 * </pre>
 *
 * <p>and 0 when S is empty. Only the ratios of weights matter. The reconstruction and the KL term
 * are not weighted; unlabelled observations have no cross-entropy. Validation data are weighted
 * with the weights of the training data. A weight compensates for a class being rare without
 * showing its members more often; {@link ClassSampling} does the latter. Each goes by the classes
 * of the data, so both together compensate twice.
 *
 * <p>Immutable.
 */
public final class ClassWeighting {

  /** Where weights come from. */
  public enum Kind {
    /** Every labelled observation counts alike. */
    NONE,
    /** Every class counts alike. */
    BALANCED,
    /** As the user says. */
    GIVEN
  }

  private static final String SETTING = "classWeighting";

  private final Kind kind;
  private final ImmutableSortedMap<String, Double> weights;

  private ClassWeighting(Kind kind, ImmutableSortedMap<String, Double> weights) {
    this.kind = kind;
    this.weights = weights;
  }

  /**
   * Every labelled observation counts alike: all weights are 1.
   *
   * @return the weighting
   */
  public static ClassWeighting none() {
    return new ClassWeighting(Kind.NONE, ImmutableSortedMap.of());
  }

  /**
   * Every class counts alike: {@code w_c = n / (k·n_c)} with n labelled training observations,
   * {@code n_c} of them in class c of k, as scikit-learn's {@code class_weight="balanced"}. Every
   * class must have a training observation.
   *
   * @return the weighting
   */
  public static ClassWeighting balanced() {
    return new ClassWeighting(Kind.BALANCED, ImmutableSortedMap.of());
  }

  /**
   * Weights by class name; a class that is not named has weight 1.
   *
   * @param weights at least one, each from 1e-6 to 1e6; {@code fit} checks that the classes exist
   *     and have training observations
   * @return the weighting
   * @throws IllegalArgumentException if there is none or one is out of range
   */
  public static ClassWeighting of(Map<String, Double> weights) {
    return new ClassWeighting(Kind.GIVEN, ClassNumbers.checked("weights", weights));
  }

  /**
   * Where the weights come from.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The weights that were given.
   *
   * @return an immutable map in the order of names, empty unless given
   */
  public Map<String, Double> weights() {
    return weights;
  }

  /**
   * The weights of the classes of a training.
   *
   * @param training its data
   * @return one for each of {@link LabeledDataset#classNames()}, in their order
   * @throws IllegalArgumentException if a class that is named does not exist, or a class that needs
   *     a training observation has none
   */
  public double[] weights(LabeledDataset training) {
    List<String> names = training.classNames();
    double[] result = new double[names.size()];
    Arrays.fill(result, 1);
    if (kind == Kind.NONE) {
      return result;
    }
    int[] members = ClassNumbers.members(training);
    if (kind == Kind.GIVEN) {
      ClassNumbers.checkNames(SETTING, weights, names, members);
      weights.forEach((name, weight) -> result[names.indexOf(name)] = weight);
      return result;
    }
    ClassNumbers.checkEveryClassHasMembers(SETTING, names, members);
    double labelled = Arrays.stream(members).asDoubleStream().sum();
    for (int c = 0; c < result.length; c++) {
      result[c] = labelled / ((double) members.length * members[c]);
    }
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassWeighting that
        && kind == that.kind
        && weights.equals(that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, weights);
  }

  @Override
  public String toString() {
    return kind == Kind.GIVEN ? weights.toString() : kind.toString();
  }
}
