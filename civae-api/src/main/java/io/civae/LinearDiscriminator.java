package io.civae;

import io.civae.internal.walk.Boundaries;
import java.util.List;

/**
 * The linear softmax layer on the latent space: {@code p = softmax(Wᵀz + b)}. The region where it
 * puts a class on top is convex. Deterministic and thread-safe.
 *
 * <p>Every method that takes latents throws {@link IllegalArgumentException} when they are empty or
 * ragged, have the wrong width or a value that is not finite.
 */
public interface LinearDiscriminator {

  /**
   * The unnormalised log-probabilities {@code Wᵀz + b}.
   *
   * @param z {@code [n][h]}
   * @return {@code [n][k]}; the arrays belong to the caller
   */
  float[][] logits(float[][] z);

  /**
   * The probability of each class.
   *
   * @param z {@code [n][h]}
   * @return {@code [n][k]}, each row in [0, 1] with sum 1; the arrays belong to the caller
   */
  float[][] probabilities(float[][] z);

  /**
   * The most probable class of each latent; on a tie the first in {@link #classNames()}.
   *
   * @param z {@code [n][h]}
   * @return n class names
   */
  String[] predict(float[][] z);

  /**
   * The most probable class of each latent as a number.
   *
   * @param z {@code [n][h]}
   * @return n positions in {@link #classNames()}
   */
  int[] predictIndices(float[][] z);

  /**
   * The distance of each latent to the nearest boundary of a class: {@code min over j ≠ c of ((w_c
   * − w_j)·z + b_c − b_j) / ‖w_c − w_j‖}, in the unit of the latents, computed in double. Infinite
   * where no other class has a boundary with it.
   *
   * @param z {@code [n][h]}
   * @param className the class c
   * @return n distances: positive inside, negative outside of the class
   * @throws IllegalArgumentException if there is no such class
   */
  default double[] margins(float[][] z, String className) {
    return Boundaries.of(this, className).margins(z);
  }

  /**
   * The weights W.
   *
   * @return {@code [h][k]}, a copy
   */
  float[][] weights();

  /**
   * The biases b.
   *
   * @return {@code [k]}, a copy
   */
  float[] bias();

  /**
   * The classes, in the order of the columns.
   *
   * @return an immutable list of k names
   */
  List<String> classNames();
}
