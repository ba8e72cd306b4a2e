package io.civae.evaluation;

import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Two different observations of one class.
 *
 * @param className their class
 * @param from index of the first
 * @param to index of the second
 */
public record ClassPair(String className, int from, int to) {

  private static final long STREAM = 0x5041_4952L;

  /**
   * Draws pairs class by class: two different members, uniformly, each pair independently of the
   * others. Classes with fewer than two members are left out.
   *
   * @param data to draw from
   * @param perClass how many of each class, at least 1
   * @param seed any value; the same seed gives the same pairs
   * @return the pairs; empty when no class has two members
   * @throws IllegalArgumentException if the number is out of range
   */
  public static List<ClassPair> draw(LabeledDataset data, int perClass, long seed) {
    if (perClass < 1) {
      throw new IllegalArgumentException("perClass (" + perClass + ") must be at least 1");
    }
    List<ClassPair> pairs = new ArrayList<>();
    for (int c = 0; c < data.classNames().size(); c++) {
      String name = data.classNames().get(c);
      int[] members = data.indicesOf(name);
      SeededRandom random = SeededRandom.of(seed, STREAM, c);
      for (int p = 0; members.length > 1 && p < perClass; p++) {
        int from = random.nextInt(members.length);
        int to = (from + 1 + random.nextInt(members.length - 1)) % members.length;
        pairs.add(new ClassPair(name, members[from], members[to]));
      }
    }
    return List.copyOf(pairs);
  }
}
