package io.civae.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observations with their labels, some of which may be missing.
 *
 * <p>Classes have a fixed order: when every name is an integer, numeric order, otherwise {@link
 * String#compareTo} order. It does not depend on the order of rows. Instances are immutable and
 * safe to read from many threads.
 */
public interface LabeledDataset {

  /** The class index of an observation without a label. */
  int UNLABELED = -1;

  /**
   * The number of observations.
   *
   * @return at least 1
   */
  int size();

  /**
   * The number of features of each observation.
   *
   * @return at least 1
   */
  int featureCount();

  /**
   * All observations, in order.
   *
   * @return a matrix of {@code size()} × {@code featureCount()}
   */
  FeatureMatrix features();

  /**
   * One observation.
   *
   * @param index from 0 to {@code size() − 1}
   * @return {@code featureCount()} values; the array belongs to the caller
   * @throws IndexOutOfBoundsException if the observation does not exist
   */
  float[] observation(int index);

  /**
   * The label of one observation.
   *
   * @param index from 0 to {@code size() − 1}
   * @return one of {@link #classNames()}, or null when the observation is unlabelled
   * @throws IndexOutOfBoundsException if the observation does not exist
   */
  @Nullable String label(int index);

  /**
   * The label of one observation as a number.
   *
   * @param index from 0 to {@code size() − 1}
   * @return its position in {@link #classNames()}, or {@link #UNLABELED}
   * @throws IndexOutOfBoundsException if the observation does not exist
   */
  int classIndex(int index);

  /**
   * The names of the classes, in their fixed order.
   *
   * @return an immutable list; empty when nothing is labelled
   */
  List<String> classNames();

  /**
   * The names of the features.
   *
   * @return an immutable list of {@code featureCount()} names; {@code x0, x1, …} when none were
   *     given
   */
  List<String> featureNames();

  /**
   * The observations of one class, in order.
   *
   * @param className one of {@link #classNames()}
   * @return their indices; empty when the class has no member here
   * @throws IllegalArgumentException if there is no such class
   */
  int[] indicesOf(String className);

  /**
   * A view of some observations, in the given order; class and feature names stay.
   *
   * @param indices at least one, each from 0 to {@code size() − 1}; one may appear more than once
   * @return a view; features are not copied
   * @throws IllegalArgumentException if {@code indices} is empty
   * @throws IndexOutOfBoundsException if an observation does not exist
   */
  LabeledDataset select(int... indices);

  /**
   * The same labels over other features, for instance transformed ones; feature names stay when the
   * number of columns does.
   *
   * @param features as many rows as this dataset; not copied
   * @return a view with these features
   * @throws IllegalArgumentException if the number of rows differs
   */
  LabeledDataset withFeatures(FeatureMatrix features);

  /**
   * The same observations under other feature names.
   *
   * @param names {@code featureCount()} distinct names
   * @return a view with these names
   * @throws IllegalArgumentException if the number is wrong or a name appears twice
   */
  LabeledDataset withFeatureNames(List<String> names);

  /**
   * The same observations with a given list of classes, which may name more classes than occur and
   * fixes their order.
   *
   * @param names distinct names that include every label of this dataset
   * @return a view with these classes
   * @throws IllegalArgumentException if a name is blank or appears twice or a label is not among
   *     them
   */
  LabeledDataset withClassNames(List<String> names);

  /**
   * These observations and those of another dataset behind them: real and synthetic rows, for
   * instance. Classes are those of this dataset, then those that the other alone names; feature
   * names are those of this dataset, or of the other where this one was given none.
   *
   * @param other with as many features
   * @return a view; features are not copied
   * @throws IllegalArgumentException if the numbers of features differ, or both datasets were given
   *     feature names and these differ
   * @throws ArithmeticException if there are more than 2³¹ − 1 observations together
   */
  LabeledDataset followedBy(LabeledDataset other);

  /**
   * Splits into three disjoint parts, stratified by class.
   *
   * <p>The sizes of the parts are the fractions of {@link #size()} rounded by largest remainder;
   * within each class the members are shuffled by the seed and dealt out such that each part gets
   * its fraction of the class, rounded down or up. Unlabelled observations count as a class of
   * their own. Within a part, observations keep their order.
   *
   * @param training share of the training part, in (0, 1)
   * @param validation share of the validation part, in (0, 1)
   * @param test share of the test part, in (0, 1); the three sum to 1
   * @param seed any value; the same seed gives the same split
   * @return the three parts, which share this dataset's class and feature names
   * @throws IllegalArgumentException if a share is out of range, they do not sum to 1, or a part
   *     would be empty
   */
  DatasetSplit split(double training, double validation, double test, long seed);

  /**
   * A dataset with labels by name.
   *
   * @param features observations in rows, see {@link FeatureMatrix#of(float[][])}; copied
   * @param labels one label per row; null for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException if the features are not valid, the lengths differ or a label
   *     is blank
   */
  static LabeledDataset of(float[][] features, @Nullable String[] labels) {
    return of(FeatureMatrix.of(features), labels);
  }

  /**
   * A dataset with labels by number; class 3 is named {@code "3"}.
   *
   * @param features observations in rows, see {@link FeatureMatrix#of(float[][])}; copied
   * @param labels one label per row, at least 0; −1 for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException if the features are not valid, the lengths differ or a label
   *     is below −1
   */
  static LabeledDataset of(float[][] features, int[] labels) {
    return of(FeatureMatrix.of(features), labels);
  }

  /**
   * A dataset with labels by name; values are rounded to float.
   *
   * @param features observations in rows, see {@link FeatureMatrix#of(double[][])}; copied
   * @param labels one label per row; null for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException as {@link #of(float[][], String[])}
   */
  static LabeledDataset of(double[][] features, @Nullable String[] labels) {
    return of(FeatureMatrix.of(features), labels);
  }

  /**
   * A dataset with labels by number; values are rounded to float.
   *
   * @param features observations in rows, see {@link FeatureMatrix#of(double[][])}; copied
   * @param labels one label per row, at least 0; −1 for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException as {@link #of(float[][], int[])}
   */
  static LabeledDataset of(double[][] features, int[] labels) {
    return of(FeatureMatrix.of(features), labels);
  }

  /**
   * A dataset over a matrix, with labels by name.
   *
   * @param features the observations; not copied
   * @param labels one label per row; null for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException if the lengths differ or a label is blank
   */
  static LabeledDataset of(FeatureMatrix features, @Nullable String[] labels) {
    return StandardLabeledDataset.of(features, labels);
  }

  /**
   * A dataset over a matrix, with labels by number; class 3 is named {@code "3"}.
   *
   * @param features the observations; not copied
   * @param labels one label per row, at least 0; −1 for an unlabelled observation
   * @return the dataset
   * @throws IllegalArgumentException if the lengths differ or a label is below −1
   */
  static LabeledDataset of(FeatureMatrix features, int[] labels) {
    return StandardLabeledDataset.of(features, labels);
  }

  /**
   * A dataset of which nothing is labelled.
   *
   * @param features the observations; not copied
   * @return the dataset
   */
  static LabeledDataset unlabeled(FeatureMatrix features) {
    return StandardLabeledDataset.of(features, new @Nullable String[features.rows()]);
  }
}
