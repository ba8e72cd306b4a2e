package io.civae.evaluation;

import com.google.common.math.Quantiles;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether synthetic observations are news: the distance of each to the nearest real one of its
 * class, over the typical distance of a real one to the nearest other, the median within the class.
 * Near 0 they are copies, far above 1 strangers.
 *
 * <p>Distances are Euclidean, of the features as they are: standardise features of different units
 * first. A class that tells no typical distance, of one member or mostly of doubles, takes that of
 * all classes together, without the distances of 0. Compares everything with everything, on all
 * cores.
 *
 * @param median of the ratios over the synthetic observations, at least 0
 * @param copies the share that equals a real observation of its class in every feature, in [0, 1]
 */
public record Novelty(double median, double copies) {

  /**
   * Measures synthetic observations.
   *
   * @param real labelled observations that they were made from
   * @param synthetic labelled observations, made, of classes with real members
   * @return the figures
   * @throws IllegalArgumentException if a synthetic observation has no label or its class no real
   *     member, the numbers of features differ, or no class has members that differ
   */
  public static Novelty of(LabeledDataset real, LabeledDataset synthetic) {
    LabelledRows.checkSameFeatures("synthetic", synthetic, "real", real);
    Map<String, float[][]> members = members(real);
    Map<String, Double> typical = typical(members);
    float[][][] ofItsClass = new float[synthetic.size()][][];
    for (int i = 0; i < ofItsClass.length; i++) {
      ofItsClass[i] = membersOf(synthetic, i, members);
    }
    double[] distances =
        IntStream.range(0, ofItsClass.length)
            .parallel()
            .mapToDouble(i -> nearest(synthetic.observation(i), ofItsClass[i], -1))
            .toArray();
    double[] ratios = new double[distances.length];
    for (int i = 0; i < ratios.length; i++) {
      String name = Objects.requireNonNull(synthetic.label(i));
      ratios[i] = distances[i] / Objects.requireNonNull(typical.get(name));
    }
    long copies = Arrays.stream(distances).filter(distance -> distance == 0).count();
    return new Novelty(Quantiles.median().compute(ratios), (double) copies / distances.length);
  }

  private static Map<String, float[][]> members(LabeledDataset real) {
    FeatureMatrix features = real.features();
    Map<String, float[][]> members = new LinkedHashMap<>();
    for (String name : real.classNames()) {
      int[] rows = real.indicesOf(name);
      if (rows.length > 0) {
        members.put(name, features.select(rows).toArray());
      }
    }
    return members;
  }

  private static float[][] membersOf(
      LabeledDataset synthetic, int row, Map<String, float[][]> members) {
    String name = synthetic.label(row);
    float[][] found = members.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "synthetic observation "
              + row
              + (name == null
                  ? " has no label"
                  : " is of class \"" + name + "\", which has no real member"));
    }
    return found;
  }

  private static Map<String, Double> typical(Map<String, float[][]> members) {
    Map<String, double[]> distances = new LinkedHashMap<>();
    members.forEach((name, rows) -> distances.put(name, amongThemselves(rows)));
    double[] all =
        distances.values().stream()
            .flatMapToDouble(DoubleStream::of)
            .filter(distance -> distance > 0)
            .toArray();
    if (all.length == 0) {
      throw new IllegalArgumentException("real has no class with two members that differ");
    }
    double ofAll = Quantiles.median().compute(all);
    Map<String, Double> typical = new LinkedHashMap<>();
    distances.forEach(
        (name, own) -> {
          double median = own.length == 0 ? 0 : Quantiles.median().compute(own);
          typical.put(name, median > 0 ? median : ofAll);
        });
    return typical;
  }

  private static double[] amongThemselves(float[][] rows) {
    return rows.length < 2
        ? new double[0]
        : IntStream.range(0, rows.length)
            .parallel()
            .mapToDouble(i -> nearest(rows[i], rows, i))
            .toArray();
  }

  private static double nearest(float[] row, float[][] others, int without) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < others.length; i++) {
      if (i != without) {
        best = Math.min(best, Distances.squared(row, others[i]));
      }
    }
    return Math.sqrt(best);
  }
}
