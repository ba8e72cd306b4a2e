package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import io.civae.examples.gain.Balancer.Maker;
import io.civae.examples.gain.GainFigures.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
    Map<User, Double> real = scores(training, split, seed);
    add(Kind.GAIN, set, Way.NONE, real);
    ClassCounts lacking = ClassCounts.balancing(training, set.growth());
    balancers.forEach(
        (way, balancer) -> {
          try (Maker maker = balancer.on(training, seed)) {
            LabeledDataset more = Rows.joined(training, maker.made(lacking));
            add(Kind.GAIN, set, way, scores(more, split, seed));
            LabeledDataset alone = maker.made(ClassCounts.likeReal(training));
            figures.add(
                Kind.NOVELTY, set.name(), Optional.empty(), way, Novelty.of(training, alone));
            Map<User, Double> ratios = scores(alone, split, seed);
            ratios.replaceAll((user, score) -> score / real.getOrDefault(user, Double.NaN));
            add(Kind.TSTR, set, way, ratios);
          }
        });
  }

  private static Map<User, Double> scores(LabeledDataset rows, GainSplit split, long seed) {
    Map<User, Double> scores = new EnumMap<>(User.class);
    for (User user : User.values()) {
      scores.put(user, user.score(rows, split.test(), seed));
    }
    return scores;
  }

  private void add(Kind kind, GainSet set, Way way, Map<User, Double> byUser) {
    byUser.forEach((user, value) -> figures.add(kind, set.name(), Optional.of(user), way, value));
  }
}
