package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.FeatureJudge;
import io.civae.evaluation.InClassShare;
import io.civae.evaluation.PathGeometry;
import io.civae.evaluation.PathRealism;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The metrics of walks that need no model: of the images along them, by the judge. */
final class WalkMetrics {

  private WalkMetrics() {}

  static Measurement of(List<ClassWalk> walks, LabeledDataset test, FeatureJudge judge) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    InClassShare share = InClassShare.of(walks, judge);
    values.put(Metric.IN_CLASS, share.points().estimate());
    values.put(Metric.IN_CLASS_LOW, share.points().low());
    values.put(Metric.IN_CLASS_HIGH, share.points().high());
    values.put(Metric.WHOLE_WALKS, share.wholeWalks().estimate());
    values.put(Metric.WORST_CLASS, share.worstClass().getValue());
    values.put(Metric.FRECHET, PathRealism.of(walks, test, judge).distance());
    PathGeometry geometry = PathGeometry.of(walks);
    values.put(Metric.RELATIVE_LENGTH, geometry.relativeLength());
    values.put(Metric.SMOOTHNESS, geometry.smoothness());
    return new Measurement(values, share.worstClass().getKey());
  }
}
