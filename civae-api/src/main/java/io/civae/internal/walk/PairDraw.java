package io.civae.internal.walk;

import io.civae.spi.SeededRandom;
import java.util.HashSet;
import java.util.Set;

/** All pairs of two groups, or some of them drawn without replacement. */
final class PairDraw {

  private final int[] from;
  private final int[] to;

  private PairDraw(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  static PairDraw of(int fromSize, int toSize, int most, SeededRandom random) {
    long all = (long) fromSize * toSize;
    int count = (int) Math.min(all, most);
    int[] from = new int[count];
    int[] to = new int[count];
    Set<Long> drawn = new HashSet<>();
    for (int p = 0; p < count; p++) {
      if (all == count) {
        from[p] = p / toSize;
        to[p] = p % toSize;
      } else {
        do {
          from[p] = random.nextInt(fromSize);
          to[p] = random.nextInt(toSize);
        } while (!drawn.add((long) from[p] * toSize + to[p]));
      }
    }
    return new PairDraw(from, to);
  }

  int size() {
    return from.length;
  }

  int from(int pair) {
    return from[pair];
  }

  int to(int pair) {
    return to[pair];
  }
}
