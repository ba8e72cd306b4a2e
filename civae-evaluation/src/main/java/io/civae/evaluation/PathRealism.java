package io.civae.evaluation;

import com.google.common.collect.ImmutableMap;
import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether walks look real: the {@link FrechetDistance} between the interior points of a class's
 * walks and real observations of the class, in the features of an independent judge. A blend of two
 * pictures may still be classified right; it does not look like a picture. Lower is better.
 *
 * @param distance mean over classes
 * @param byClass for each class
 */
public record PathRealism(double distance, Map<String, Double> byClass) {

  /**
   * Keeps a copy in the order given: a report lists classes alike in every run.
   *
   * @param distance mean over classes
   * @param byClass for each class
   */
  public PathRealism {
    byClass = ImmutableMap.copyOf(byClass);
  }

  /**
   * Measures walks.
   *
   * @param walks with at least three points each
   * @param real labelled observations that neither model nor judge was trained on
   * @param judge trained on real training observations only
   * @return the distances
   * @throws IllegalArgumentException if there is no walk, or a class has too few points or real
   *     observations
   */
  public static PathRealism of(List<ClassWalk> walks, LabeledDataset real, FeatureJudge judge) {
    if (walks.isEmpty()) {
      throw new IllegalArgumentException("walks is empty; at least one is needed");
    }
    Map<String, List<float[]>> interiors = new LinkedHashMap<>();
    for (ClassWalk walk : walks) {
      interiors
          .computeIfAbsent(walk.className(), name -> new ArrayList<>())
          .addAll(List.of(walk.interior()));
    }
    Map<String, Double> byClass = new LinkedHashMap<>();
    interiors.forEach(
        (name, points) -> {
          float[][] made = judge.features(points.toArray(new float[0][]));
          float[][] seen = judge.features(real.features().select(real.indicesOf(name)).toArray());
          byClass.put(name, FrechetDistance.between(made, seen));
        });
    double mean =
        byClass.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new PathRealism(mean, byClass);
  }
}
