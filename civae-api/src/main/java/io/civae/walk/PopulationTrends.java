package io.civae.walk;

import java.util.List;

/**
 * What each feature does while a group of observations walks to another. Step i of m + 1 points is
 * at {@code t_i = i / m}. Immutable: every array returned is a copy.
 */
public interface PopulationTrends {

  /**
   * The number of points of a walk, ends included.
   *
   * @return at least 2
   */
  int points();

  /**
   * The number of pairs walked.
   *
   * @return at least 1
   */
  int pairs();

  /**
   * The share of pairs whose walk is certified to stay in one class.
   *
   * @return in [0, 1]; 0 for traversals that are not straight and for models without classes
   */
  double certifiedShare();

  /**
   * The features, in order.
   *
   * @return an immutable list
   */
  List<String> featureNames();

  /**
   * The mean over pairs.
   *
   * @return {@code [points][d]}, in the user's units
   */
  float[][] mean();

  /**
   * The median over pairs; of an even number of them the mean of the two in the middle.
   *
   * @return {@code [points][d]}, in the user's units
   */
  float[][] median();

  /**
   * The standard deviation over pairs (divided by their number).
   *
   * @return {@code [points][d]}, in the user's units
   */
  float[][] spread();

  /**
   * The features by the size of their trend, largest first; ties in the features' order.
   *
   * @return an immutable list of d trends
   */
  List<FeatureTrend> ranked();

  /**
   * The trend of one feature.
   *
   * @param feature its name
   * @return the trend
   * @throws IllegalArgumentException if there is no such feature
   */
  FeatureTrend trend(String feature);
}
