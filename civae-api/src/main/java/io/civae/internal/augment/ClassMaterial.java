package io.civae.internal.augment;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.civae.CiVaeModel;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.internal.walk.Boundaries;
import io.civae.internal.walk.EncodedClass;
import io.civae.internal.walk.NearestNeighbours;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * One class of the source, with what augmentation derives from it, each when it is first needed.
 * Audits and residuals hold its members as one dense copy, {@code size · d} floats, for as long as
 * the augmenter lives; augmentation without them reads the source.
 */
final class ClassMaterial {

  /** Members that the threshold of plausibility is read off, at most. */
  private static final int MOST_SCORED = 2_000;

  private record Neighbourhood(int member, int size) {}

  private final String className;
  private final EncodedClass encoded;
  private final Boundaries boundaries;
  private final Supplier<float[][]> observations;
  private final Supplier<float[][]> residuals;
  private final Supplier<int[]> byMargin;
  private final Supplier<double[]> scores;
  private final Map<Neighbourhood, int[]> neighbours = new ConcurrentHashMap<>();

  ClassMaterial(CiVaeModel model, LabeledDataset source, String className, EncodedClass encoded) {
    this.className = className;
    this.encoded = encoded;
    this.boundaries = Boundaries.of(model.discriminator(), className);
    this.observations = Suppliers.memoize(() -> members(source.features(), encoded.members()));
    this.residuals = Suppliers.memoize(() -> residuals(model));
    this.byMargin = Suppliers.memoize(this::sortedByMargin);
    this.scores = Suppliers.memoize(this::sortedScores);
  }

  private static float[][] members(FeatureMatrix features, int[] members) {
    return features.select(members).toArray();
  }

  private float[][] residuals(CiVaeModel model) {
    float[][] missing = model.decoder().decode(encoded.mean());
    float[][] real = observations.get();
    for (int i = 0; i < missing.length; i++) {
      for (int f = 0; f < missing[i].length; f++) {
        missing[i][f] = real[i][f] - missing[i][f];
      }
    }
    return missing;
  }

  private int[] sortedByMargin() {
    double[] margins = boundaries.margins(encoded.mean());
    return IntStream.range(0, margins.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> margins[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double[] sortedScores() {
    int scored = Math.min(MOST_SCORED, encoded.size());
    double[] found =
        IntStream.range(0, scored)
            .parallel()
            .map(i -> (int) ((long) i * encoded.size() / scored))
            .mapToDouble(encoded.density()::leaveOneOut)
            .toArray();
    Arrays.sort(found);
    return found;
  }

  String className() {
    return className;
  }

  EncodedClass encoded() {
    return encoded;
  }

  Boundaries boundaries() {
    return boundaries;
  }

  /** The members themselves, {@code [size][d]}. */
  float[][] observations() {
    return observations.get();
  }

  /** What the model does not reconstruct of each member, {@code [size][d]}. */
  float[][] residuals() {
    return residuals.get();
  }

  /** Positions among the members, the one nearest to a boundary first. */
  int[] byMargin() {
    return byMargin.get();
  }

  /** Positions of the members nearest to a member, nearest first. */
  int[] neighbours(int member, int k) {
    return neighbours.computeIfAbsent(
        new Neighbourhood(member, k),
        key -> NearestNeighbours.of(encoded.mean(), encoded.mean()[member], k, member));
  }

  /** The hole score that a share of the members, judged by the others, stays below. */
  double plausibleFrom(double share) {
    if (share == 0 || encoded.size() == 1) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sorted = scores.get();
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
