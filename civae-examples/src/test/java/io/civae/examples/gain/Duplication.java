package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;

/** Random oversampling: members drawn again, with replacement. */
final class Duplication implements Balancer {

  private static final long STREAM = 0x4455_504CL;

  @Override
  public Maker on(LabeledDataset training, long seed) {
    SeededRandom random = SeededRandom.of(seed, STREAM);
    return counts -> {
      Rows rows = new Rows();
      counts.byClass().forEach((name, count) -> draw(training, name, count, random, rows));
      return rows.like(training);
    };
  }

  private static void draw(
      LabeledDataset training, String name, int count, SeededRandom random, Rows rows) {
    int[] members = training.indicesOf(name);
    for (int i = 0; i < count; i++) {
      rows.add(training.observation(members[random.nextInt(members.length)]), name);
    }
  }
}
