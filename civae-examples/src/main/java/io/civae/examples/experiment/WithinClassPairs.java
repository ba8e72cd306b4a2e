package io.civae.examples.experiment;

import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Pairs of different observations of one class, drawn at random: nobody picked them. */
final class WithinClassPairs {

  private static final long STREAM = 0x5041_4952L;

  /**
   * Two observations of one class.
   *
   * @param className their class
   * @param from index of the first
   * @param to index of the second
   */
  record Pair(String className, int from, int to) {}

  private WithinClassPairs() {}

  /**
   * Draws pairs of each class, class by class, each pair independently of the others.
   *
   * @param data to draw from; a class with fewer than two members is left out
   * @param perClass how many of each class
   * @param seed any value
   */
  static List<Pair> draw(LabeledDataset data, int perClass, long seed) {
    List<Pair> pairs = new ArrayList<>();
    for (String className : data.classNames()) {
      int[] members = data.indicesOf(className);
      if (members.length < 2) {
        continue;
      }
      SeededRandom random = SeededRandom.of(seed, STREAM, data.classNames().indexOf(className));
      for (int i = 0; i < perClass; i++) {
        int from = random.nextInt(members.length);
        int to = (from + 1 + random.nextInt(members.length - 1)) % members.length;
        pairs.add(new Pair(className, members[from], members[to]));
      }
    }
    return pairs;
  }
}
