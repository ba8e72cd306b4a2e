package io.civae.examples.study;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.FrechetDistance;
import io.civae.evaluation.Judge;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows without a model: what a walk must beat, and what it cannot. */
final class References {

  static final String BLENDING = "pixel blending";
  static final String REAL = "real against real";

  private References() {}

  /** Straight lines between the pixels of the same pairs. */
  static Measurement blending(Evaluation evaluation) {
    List<ClassWalk> lines = evaluation.pairs().blended(Evaluation.POINTS);
    return WalkMetrics.of(lines, evaluation.data().test(), evaluation.judge().judge());
  }

  /**
   * Real validation images in place of walks: of each class as many as its walks have interior
   * points, or all there are. Judged against the same test images.
   */
  static Measurement real(Evaluation evaluation) {
    LabeledDataset test = evaluation.data().test();
    LabeledDataset held = evaluation.data().validation();
    double distances = 0;
    double worst = Double.POSITIVE_INFINITY;
    String worstClass = "";
    int right = 0;
    int judged = 0;
    for (String name : test.classNames()) {
      long walks =
          evaluation.pairs().pairs().stream().filter(pair -> pair.className().equals(name)).count();
      int[] members = held.indicesOf(name);
      int count = (int) Math.min(members.length, walks * (Evaluation.POINTS - 2));
      float[][] real = held.features().select(Arrays.copyOf(members, count)).toArray();
      float[][] seen = test.features().select(test.indicesOf(name)).toArray();
      distances +=
          FrechetDistance.between(
              evaluation.judge().judge().features(real), evaluation.judge().judge().features(seen));
      int ofClass = inClass(evaluation.judge().judge(), real, name);
      right += ofClass;
      judged += count;
      if ((double) ofClass / count < worst) {
        worst = (double) ofClass / count;
        worstClass = name;
      }
    }
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.IN_CLASS, (double) right / judged);
    values.put(Metric.WORST_CLASS, worst);
    values.put(Metric.FRECHET, distances / test.classNames().size());
    return new Measurement(values, worstClass);
  }

  private static int inClass(Judge judge, float[][] images, String name) {
    return (int) Arrays.stream(judge.predict(images)).filter(name::equals).count();
  }
}
