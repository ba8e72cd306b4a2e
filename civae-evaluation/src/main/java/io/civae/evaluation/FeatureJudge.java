package io.civae.evaluation;

/** A judge that also tells what it saw: the features its decision rests on. */
public interface FeatureJudge extends Judge {

  /**
   * The activations before the last layer.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return {@code [n][m]} for some m; the arrays belong to the caller
   */
  float[][] features(float[][] observations);
}
