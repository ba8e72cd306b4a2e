package io.civae.internal.walk;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.spi.SeededRandom;
import io.civae.walk.PopulationTrends;
import io.civae.walk.PopulationWalk;
import io.civae.walk.Spacing;

/** Walks pair by pair, decodes step by step. */
final class StandardPopulationWalk implements PopulationWalk {

  private static final long PAIR_STREAM = 0x504F_5041L;

  private final CiVaeModel model;
  private final Groups groups;
  private final Traversal traversal;
  private final int points;
  private final int most;
  private final long seed;

  private StandardPopulationWalk(
      CiVaeModel model, Groups groups, Traversal traversal, int points, int most, long seed) {
    this.model = model;
    this.groups = groups;
    this.traversal = traversal;
    this.points = points;
    this.most = most;
    this.seed = seed;
  }

  static StandardPopulationWalk of(CiVaeModel model, Groups groups) {
    int most = PopulationWalk.defaultPairs(groups.deviation().length);
    return new StandardPopulationWalk(
        model, groups, Traversal.linear(), DEFAULT_POINTS, most, model.config().seed());
  }

  @Override
  public PopulationWalk along(Traversal other) {
    return new StandardPopulationWalk(model, groups, other, points, most, seed);
  }

  @Override
  public PopulationWalk points(int number) {
    if (number < 2) {
      throw new IllegalArgumentException("points (" + number + ") must be at least 2");
    }
    return new StandardPopulationWalk(model, groups, traversal, number, most, seed);
  }

  @Override
  public PopulationWalk pairs(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("pairs (" + number + ") must be at least 1");
    }
    return new StandardPopulationWalk(model, groups, traversal, points, number, seed);
  }

  @Override
  public PopulationWalk withSeed(long other) {
    return new StandardPopulationWalk(model, groups, traversal, points, most, other);
  }

  @Override
  public PopulationTrends run() {
    PairDraw pairs =
        PairDraw.of(
            groups.from().length, groups.to().length, most, SeededRandom.of(seed, PAIR_STREAM));
    float[][][] latents = new float[pairs.size()][][];
    for (int p = 0; p < latents.length; p++) {
      float[][] ends = {groups.from()[pairs.from(p)], groups.to()[pairs.to(p)]};
      latents[p] = new Legs(traversal, ends).latents(Spacing.points(points));
    }
    StepStatistics statistics = new StepStatistics(points, groups.deviation().length);
    PairSlopes slopes = new PairSlopes(pairs, points, groups.deviation().length);
    float[][] at = new float[latents.length][];
    for (int i = 0; i < points; i++) {
      for (int p = 0; p < at.length; p++) {
        at[p] = latents[p][i];
      }
      float[][] decoded = model.decoder().decode(at);
      statistics.add(i, decoded);
      slopes.add(i, decoded);
    }
    return new StandardPopulationTrends(
        statistics,
        slopes.trends(groups, model.featureNames(), seed),
        pairs.size(),
        certifiedShare(pairs),
        model.featureNames());
  }

  @Override
  public String toString() {
    long all = (long) groups.from().length * groups.to().length;
    return "PopulationWalk["
        + Math.min(all, most)
        + " of "
        + all
        + " pairs, "
        + points
        + " points, seed "
        + seed
        + "]";
  }

  private double certifiedShare(PairDraw pairs) {
    if (!traversal.isStraight() || model.classNames().isEmpty()) {
      return 0;
    }
    int certified = 0;
    for (int p = 0; p < pairs.size(); p++) {
      float[][] ends = {groups.from()[pairs.from(p)], groups.to()[pairs.to(p)]};
      certified += Walker.certified(ends, model.discriminator()).isPresent() ? 1 : 0;
    }
    return (double) certified / pairs.size();
  }
}
