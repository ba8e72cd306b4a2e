package io.civae.examples.figure;

import io.civae.examples.picture.Tiles;
import java.util.List;

/** An observation and what each model makes of it. */
final class ReconstructionRow {

  private final String label;
  private final float[] observation;
  private final List<float[]> reconstructions;

  private ReconstructionRow(String label, float[] observation, List<float[]> reconstructions) {
    this.label = label;
    this.observation = observation;
    this.reconstructions = reconstructions;
  }

  static ReconstructionRow of(String label, float[] observation, List<float[]> reconstructions) {
    Tiles.side(observation.length);
    for (float[] reconstruction : reconstructions) {
      if (reconstruction.length != observation.length) {
        throw new IllegalArgumentException(
            "row %s: a reconstruction has %d pixels, the observation has %d"
                .formatted(label, reconstruction.length, observation.length));
      }
    }
    return new ReconstructionRow(label, observation, List.copyOf(reconstructions));
  }

  String label() {
    return label;
  }

  int side() {
    return Tiles.side(observation.length);
  }

  float[] observation() {
    return observation;
  }

  float[] reconstruction(int model) {
    return reconstructions.get(model);
  }

  /** Reconstruction minus observation, clipped as they are shown. */
  float[] difference(int model) {
    float[] difference = new float[observation.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = reconstruction(model)[i] - observation[i];
    }
    return difference;
  }

  /** The sum of squared differences. */
  double squaredError(int model) {
    double sum = 0;
    for (float difference : difference(model)) {
      sum += (double) difference * difference;
    }
    return sum;
  }
}
