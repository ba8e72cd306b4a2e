package io.civae.evaluation;

/**
 * A classifier that judges what a model makes. To be worth listening to it must be independent:
 * trained on real training observations only, never on a model's output, and its own accuracy on
 * test data belongs in every table that uses it. Implementations are thread-safe.
 */
public interface Judge {

  /**
   * The class of each observation.
   *
   * @param observations {@code [n][d]} in the user's units
   * @return n class names
   */
  String[] predict(float[][] observations);
}
