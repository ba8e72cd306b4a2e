package io.civae.internal.fit;

import io.civae.ObservationTransform;
import io.civae.data.FeatureMatrix;
import io.civae.internal.model.FeatureScaler;
import io.civae.spi.SeededRandom;
import io.civae.spi.TrainingRows;

/** Observations changed in the user's units, each with the random numbers of its epoch and row. */
public final class TransformedRows implements TrainingRows {

  private static final long STREAM = 0x4A49_5454L;

  private final FeatureMatrix features;
  private final ObservationTransform transform;
  private final FeatureScaler scaler;
  private final long seed;

  /**
   * Transformed rows.
   *
   * @param features in the user's units
   * @param transform applied before scaling
   * @param scaler what makes them what a network sees
   * @param seed of the transform's random numbers
   */
  public TransformedRows(
      FeatureMatrix features, ObservationTransform transform, FeatureScaler scaler, long seed) {
    this.features = features;
    this.transform = transform;
    this.scaler = scaler;
    this.seed = seed;
  }

  @Override
  public void copyRow(int row, int epoch, float[] target, int offset) {
    float[] observation = new float[features.columns()];
    features.copyRow(row, observation, 0);
    transform.apply(observation, SeededRandom.of(seed, STREAM, epoch, row));
    for (int j = 0; j < observation.length; j++) {
      if (!Float.isFinite(observation[j])) {
        throw new IllegalArgumentException(
            "observationTransform ("
                + transform.description()
                + ") made feature "
                + j
                + " of training observation "
                + row
                + " "
                + observation[j]
                + "; it must be finite");
      }
    }
    scaler.scale(observation, 0, 1);
    System.arraycopy(observation, 0, target, offset, observation.length);
  }
}
