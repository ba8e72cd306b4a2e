package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import io.civae.evaluation.AugmentationUtility;
import io.civae.evaluation.Novelty;
import io.civae.examples.gain.Balancer.Maker;
import io.civae.examples.gain.GainFigures.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Trains every user on every way's rows, split after split. */
final class GainMeasurement {

  private final Map<Way, Balancer> balancers;
  private final Consumer<String> progress;
  private final GainFigures figures = new GainFigures();

  GainMeasurement(Map<Way, Balancer> balancers, Consumer<String> progress) {
    this.balancers = balancers;
    this.progress = progress;
  }

  GainFigures figures() {
    return figures;
  }

  /** Measures on splits of seeds from 1 on. */
  void measure(GainSet set, int splits) {
    for (int seed = 1; seed <= splits; seed++) {
      long start = System.nanoTime();
      measure(set, GainSplit.of(set, seed), seed);
      progress.accept(
          String.format(
              "%s, split %d of %d: %.1f s",
              set.name(), seed, splits, (System.nanoTime() - start) / 1e9));
    }
  }

  private void measure(GainSet set, GainSplit split, long seed) {
    LabeledDataset training = split.training();
    Map<User, AugmentationUtility> utilities = new EnumMap<>(User.class);
    for (User user : User.values()) {
      utilities.put(user, AugmentationUtility.of(training, split.test(), user.learner(seed)));
    }
    add(Kind.GAIN, set, Way.NONE, utilities, AugmentationUtility::real);
    ClassCounts lacking = ClassCounts.balancing(training, set.growth());
    balancers.forEach(
        (way, balancer) -> {
          try (Maker maker = balancer.on(training, seed)) {
            LabeledDataset more = maker.made(lacking);
            add(Kind.GAIN, set, way, utilities, utility -> utility.augmented(more));
            LabeledDataset alone = maker.made(ClassCounts.likeReal(training));
            double novelty = Novelty.of(training, alone).median();
            figures.add(Kind.NOVELTY, set.name(), Optional.empty(), way, novelty);
            add(Kind.TSTR, set, way, utilities, utility -> utility.tstr(alone));
          }
        });
  }

  private void add(
      Kind kind,
      GainSet set,
      Way way,
      Map<User, AugmentationUtility> utilities,
      ToDoubleFunction<AugmentationUtility> figure) {
    utilities.forEach(
        (user, utility) ->
            figures.add(kind, set.name(), Optional.of(user), way, figure.applyAsDouble(utility)));
  }
}
