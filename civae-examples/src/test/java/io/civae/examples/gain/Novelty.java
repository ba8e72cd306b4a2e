package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * How far synthetic rows lie from the real ones of their class, in units of how far these lie from
 * each other: near 0 they are copies, far above 1 strangers.
 */
final class Novelty {

  private Novelty() {}

  static double of(LabeledDataset real, LabeledDataset made) {
    double[] synthetic = new double[made.size()];
    for (int i = 0; i < synthetic.length; i++) {
      float[][] members = Rows.members(real, Objects.requireNonNull(made.label(i)));
      synthetic[i] = nearest(made.observation(i), members, -1);
    }
    double[] typical =
        real.classNames().stream()
            .map(name -> Rows.members(real, name))
            .filter(members -> members.length > 1)
            .flatMapToDouble(Novelty::amongThemselves)
            .toArray();
    return median(synthetic) / median(typical);
  }

  private static DoubleStream amongThemselves(float[][] members) {
    double[] distances = new double[members.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = nearest(members[i], members, i);
    }
    return Arrays.stream(distances);
  }

  private static double nearest(float[] row, float[][] others, int without) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < others.length; i++) {
      if (i != without) {
        double sum = 0;
        for (int f = 0; f < row.length; f++) {
          double difference = (double) row[f] - others[i][f];
          sum += difference * difference;
        }
        best = Math.min(best, sum);
      }
    }
    return Math.sqrt(best);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int upper = values.length / 2;
    return values.length % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
  }
}
