package io.civae.internal.walk;

import io.civae.spi.SeededRandom;
import io.civae.walk.FeatureTrend;
import io.civae.walk.PopulationWalk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Least-squares slopes of each feature along the walk of each pair. The slope of the mean over
 * pairs is the mean of their slopes, so a resample needs no new walk.
 */
final class PairSlopes {

  private static final long STREAM = 0x534C_4F50L;
  private static final double TAIL = 0.025;

  private final PairDraw pairs;
  private final double[] weight;
  private final float[][] slopes;

  /** One pair's first point: slopes do not change with it taken off, and floats stay small. */
  private float[] origin = new float[0];

  PairSlopes(PairDraw pairs, int points, int features) {
    this.pairs = pairs;
    this.weight = new double[points];
    double squares = 0;
    for (int i = 0; i < points; i++) {
      weight[i] = (double) i / (points - 1) - 0.5;
      squares += weight[i] * weight[i];
    }
    for (int i = 0; i < points; i++) {
      weight[i] /= squares;
    }
    this.slopes = new float[pairs.size()][features];
  }

  /** Takes in the decoded pairs of one step, {@code [pairs][d]}. */
  void add(int step, float[][] decoded) {
    if (origin.length == 0) {
      origin = decoded[0].clone();
    }
    float factor = (float) weight[step];
    float[] taken = origin;
    IntStream.range(0, slopes.length)
        .parallel()
        .forEach(
            p -> {
              for (int f = 0; f < slopes[p].length; f++) {
                slopes[p][f] += factor * (decoded[p][f] - taken[f]);
              }
            });
  }

  /** One trend per feature, in order. */
  List<FeatureTrend> trends(Groups groups, List<String> names, long seed) {
    float[] ones = new float[slopes.length];
    Arrays.fill(ones, 1);
    float[] estimate = mean(ones);
    float[][] resampled =
        IntStream.range(0, PopulationWalk.RESAMPLES)
            .parallel()
            .mapToObj(r -> mean(resample(groups, SeededRandom.of(seed, STREAM, r))))
            .toArray(float[][]::new);
    List<FeatureTrend> trends = new ArrayList<>();
    double[] column = new double[resampled.length];
    for (int f = 0; f < estimate.length; f++) {
      double deviation = groups.deviation()[f];
      double unit = deviation > 0 ? 1 / deviation : 0;
      for (int r = 0; r < column.length; r++) {
        column[r] = unit * resampled[r][f];
      }
      Arrays.sort(column);
      trends.add(
          new FeatureTrend(
              names.get(f),
              f,
              estimate[f],
              unit * estimate[f],
              quantile(column, TAIL),
              quantile(column, 1 - TAIL)));
    }
    return trends;
  }

  /** How often each pair comes when the observations of both groups are drawn anew. */
  private float[] resample(Groups groups, SeededRandom random) {
    float[] weights = new float[slopes.length];
    boolean any = false;
    // Where few pairs were walked, a draw may miss them all: it says nothing and is drawn again.
    while (!any) {
      int[] from = counts(groups.from().length, random);
      int[] to = counts(groups.to().length, random);
      for (int p = 0; p < weights.length; p++) {
        weights[p] = from[pairs.from(p)] * to[pairs.to(p)];
        any |= weights[p] > 0;
      }
    }
    return weights;
  }

  private static int[] counts(int size, SeededRandom random) {
    int[] counts = new int[size];
    for (int i = 0; i < size; i++) {
      counts[random.nextInt(size)]++;
    }
    return counts;
  }

  private float[] mean(float[] weights) {
    int d = slopes[0].length;
    float[] sum = new float[d];
    double total = 0;
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] > 0) {
        total += weights[p];
        for (int f = 0; f < d; f++) {
          sum[f] += weights[p] * slopes[p][f];
        }
      }
    }
    for (int f = 0; f < d; f++) {
      sum[f] = (float) (sum[f] / total);
    }
    return sum;
  }

  /** Linear interpolation between order statistics (Hyndman and Fan's type 7). */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
