package io.civae.examples.study;

import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.ClassWalk;
import io.civae.evaluation.ClassWalks;
import io.civae.evaluation.HoleScore;
import io.civae.evaluation.LinearSeparability;
import io.civae.evaluation.ReconstructionError;
import io.civae.evaluation.RoundTrip;
import io.civae.examples.experiment.TestFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures every model on the same test images, the same pairs and by the same judge. */
final class Evaluation {

  /** Of each walk, both ends included, as in the paper's figure 6. */
  static final int POINTS = 5;

  private static final double PAPER_FACTOR = 200;

  private final StudyData data;
  private final StudyJudge judge;
  private final ClassWalks pairs;
  private final long seed;

  Evaluation(StudyData data, StudyJudge judge, int pairsPerClass, long seed) {
    this.data = data;
    this.judge = judge;
    this.seed = seed;
    pairs = ClassWalks.draw(data.test(), pairsPerClass, seed);
  }

  /** The pairs that every model walks between. */
  ClassWalks pairs() {
    return pairs;
  }

  StudyJudge judge() {
    return judge;
  }

  StudyData data() {
    return data;
  }

  long seed() {
    return seed;
  }

  Measurement of(StudyModel model) {
    List<ModelPart> parts = ModelPart.of(model, data, pairs);
    List<ClassWalk> walks = new ArrayList<>();
    List<double[]> holes = new ArrayList<>();
    List<double[]> roundTrips = new ArrayList<>();
    boolean posterior = model.spec().row().hasPosterior();
    for (ModelPart part : parts) {
      List<ClassWalk> own = part.walks(POINTS);
      walks.addAll(own);
      roundTrips.add(RoundTrip.perWalk(part.model(), own));
      if (posterior) {
        holes.add(HoleScore.against(part.model(), part.training()).lowest(own));
      }
    }
    Measurement judged = WalkMetrics.of(walks, data.test(), judge.judge());
    Map<Metric, Double> values = new EnumMap<>(judged.values());
    values.put(Metric.ROUND_TRIP, mean(roundTrips));
    if (posterior) {
      values.put(Metric.HOLE, mean(holes));
    }
    values.putAll(errors(parts, posterior));
    if (!model.isConditional()) {
      values.putAll(separability(model.only(), model.spec().config().beta() > 0));
    }
    return new Measurement(values, judged.worstClass());
  }

  private static double mean(List<double[]> values) {
    return values.stream().flatMapToDouble(Arrays::stream).average().orElseThrow();
  }

  /** Of all test images, whichever part serves them. */
  private Map<Metric, Double> errors(List<ModelPart> parts, boolean posterior) {
    Map<Metric, Double> sums = new EnumMap<>(Metric.class);
    for (ModelPart part : parts) {
      LabeledDataset test = part.test();
      LatentDistribution q = part.model().encoder().encode(test.features());
      double share = (double) test.size() / data.test().size();
      ReconstructionError error =
          ReconstructionError.between(test.features(), part.model().decoder().decode(q.mean()));
      add(sums, Metric.SSE, share * error.sumOfSquares());
      add(sums, Metric.MSE, share * error.meanSquared());
      add(sums, Metric.MAE, share * error.meanAbsolute());
      add(sums, Metric.MAE_255, share * error.meanAbsoluteInGreyLevels());
      add(sums, Metric.PAPER_ERROR, share * PAPER_FACTOR * error.meanSquared());
      if (posterior) {
        float[][] sampled = part.model().decoder().decode(q.sample(seed));
        add(
            sums,
            Metric.SSE_SAMPLED,
            share * ReconstructionError.between(test.features(), sampled).sumOfSquares());
        add(sums, Metric.KL, share * Arrays.stream(q.klDivergence()).average().orElseThrow());
      }
    }
    return sums;
  }

  private static void add(Map<Metric, Double> sums, Metric metric, double value) {
    sums.merge(metric, value, Double::sum);
  }

  private Map<Metric, Double> separability(CiVaeModel model, boolean discriminates) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    LinearSeparability separability = LinearSeparability.of(model, data.training(), data.test());
    values.put(Metric.HELD_OUT, separability.heldOut());
    values.put(Metric.RESUBSTITUTION, separability.resubstitution());
    values.put(Metric.SEPARABLE, separability.unpenalized());
    if (discriminates) {
      values.put(Metric.DISCRIMINATOR, discriminatorAccuracy(model, data.test()));
    }
    return values;
  }

  /** Of the model's own discriminator on posterior means. */
  static double discriminatorAccuracy(CiVaeModel model, LabeledDataset test) {
    return TestFigures.discriminatorAccuracy(
        model, test, model.encoder().encode(test.features()).mean());
  }
}
