package io.civae.spi;

import io.civae.ClassWeighting;
import io.civae.data.LabeledDataset;

/** The weights that the classes of one training have in its cross-entropy. Immutable. */
public final class ClassWeights {

  private final double[] weights;

  private ClassWeights(double[] weights) {
    this.weights = weights;
  }

  /**
   * Those of a training.
   *
   * @param weighting how classes are weighted
   * @param training the data that say so
   * @return a weight for each class
   * @throws IllegalArgumentException as {@link ClassWeighting#weights(LabeledDataset)}
   */
  public static ClassWeights of(ClassWeighting weighting, LabeledDataset training) {
    return new ClassWeights(weighting.weights(training));
  }

  /**
   * The weight of an observation.
   *
   * @param classIndex its class, or {@link LabeledDataset#UNLABELED}
   * @return above 0, exactly 1 without weighting; 0 without a label
   */
  public double of(int classIndex) {
    return classIndex == LabeledDataset.UNLABELED ? 0 : weights[classIndex];
  }

  /**
   * The weight of a batch, by which its mean cross-entropy counts in that of an epoch.
   *
   * @param classIndices the class of each row, or {@link LabeledDataset#UNLABELED}
   * @return the sum; 0 without a labelled row, exactly their number without weighting
   */
  public double sum(int[] classIndices) {
    double sum = 0;
    for (int index : classIndices) {
      sum += of(index);
    }
    return sum;
  }
}
