package io.civae.internal.walk;

import com.google.common.collect.ImmutableList;
import io.civae.walk.FeatureTrend;
import io.civae.walk.PopulationTrends;
import java.util.Comparator;
import java.util.List;

/** Trends, computed. */
final class StandardPopulationTrends implements PopulationTrends {

  private final StepStatistics statistics;
  private final ImmutableList<FeatureTrend> trends;
  private final int pairs;
  private final double certifiedShare;
  private final List<String> featureNames;

  StandardPopulationTrends(
      StepStatistics statistics,
      List<FeatureTrend> trends,
      int pairs,
      double certifiedShare,
      List<String> featureNames) {
    this.statistics = statistics;
    this.trends = ImmutableList.copyOf(trends);
    this.pairs = pairs;
    this.certifiedShare = certifiedShare;
    this.featureNames = featureNames;
  }

  @Override
  public int points() {
    return statistics.mean().length;
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public double certifiedShare() {
    return certifiedShare;
  }

  @Override
  public List<String> featureNames() {
    return featureNames;
  }

  @Override
  public float[][] mean() {
    return statistics.mean();
  }

  @Override
  public float[][] median() {
    return statistics.median();
  }

  @Override
  public float[][] spread() {
    return statistics.spread();
  }

  @Override
  public List<FeatureTrend> ranked() {
    Comparator<FeatureTrend> bySize = Comparator.comparingDouble(trend -> -Math.abs(trend.trend()));
    return ImmutableList.sortedCopyOf(bySize.thenComparingInt(FeatureTrend::index), trends);
  }

  @Override
  public FeatureTrend trend(String feature) {
    int index = featureNames.indexOf(feature);
    if (index < 0) {
      throw new IllegalArgumentException(
          "feature \"" + feature + "\" is not among the model's features");
    }
    return trends.get(index);
  }

  @Override
  public String toString() {
    return "PopulationTrends["
        + pairs
        + " pairs, "
        + points()
        + " points, first "
        + ranked().subList(0, Math.min(3, trends.size()))
        + "]";
  }
}
