package io.civae.examples.singlecell.study;

import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cells of one walk: ends out of training and validation cells, as many on both sides, and
 * cells of the same kind that no model saw, to check it by.
 */
final class WalkCells {

  /** The most cells at each end; all pairs of them are walked. */
  static final int MOST_ENDS = 100;

  /** More cells than this at each end would not make a check better. */
  private static final int MOST_CHECKED = 2_000;

  private static final long STREAM = 0x5741_4C4BL;

  private final WalkPair pair;
  private final int[] from;
  private final int[] to;
  private final int[] heldOutFrom;
  private final int[] heldOutTo;
  private final int[] middle;
  private final int[] allFrom;
  private final int[] allTo;

  WalkCells(StudyCells cells, WalkPair pair, long seed) {
    this.pair = pair;
    CellRoles roles = cells.roles();
    CellQuestion question = roles.question();
    int[] seen = cells.parts().seen();
    int[] test = cells.parts().test();
    int[] seenFrom = roles.among(seen, pair.fromType(), question.from());
    int[] seenTo = roles.among(seen, pair.toType(), question.to());
    int ends = Math.min(MOST_ENDS, Math.min(seenFrom.length, seenTo.length));
    from = drawn(seenFrom, ends, seed, 0);
    to = drawn(seenTo, ends, seed, 1);
    heldOutFrom = drawn(roles.among(test, pair.fromType(), question.from()), MOST_CHECKED, seed, 2);
    heldOutTo = drawn(roles.among(test, pair.toType(), question.to()), MOST_CHECKED, seed, 3);
    middle =
        question
            .middle()
            .map(state -> drawn(between(roles, state), MOST_CHECKED, seed, 4))
            .orElse(new int[0]);
    int[] every = roles.modelled();
    allFrom = drawn(roles.among(every, pair.fromType(), question.from()), MOST_CHECKED, seed, 5);
    allTo = drawn(roles.among(every, pair.toType(), question.to()), MOST_CHECKED, seed, 6);
  }

  private int[] between(CellRoles roles, String state) {
    int[] every = IntStream.range(0, roles.cells().size()).toArray();
    int[] first = roles.among(every, pair.fromType(), state);
    return pair.merges()
        ? IntStream.concat(
                Arrays.stream(first), Arrays.stream(roles.among(every, pair.toType(), state)))
            .toArray()
        : first;
  }

  private static int[] drawn(int[] rows, int most, long seed, long which) {
    int[] shuffled = rows.clone();
    SeededRandom.of(seed, STREAM, which).shuffle(shuffled);
    return Arrays.copyOf(shuffled, Math.min(most, shuffled.length));
  }

  WalkPair pair() {
    return pair;
  }

  /** Where walks start; the i-th of these and the i-th of {@link #to} make a pair of their own. */
  int[] from() {
    return from.clone();
  }

  /** Where walks end, as many. */
  int[] to() {
    return to.clone();
  }

  int[] heldOutFrom() {
    return heldOutFrom.clone();
  }

  int[] heldOutTo() {
    return heldOutTo.clone();
  }

  /** Real cells between the two states; none where the data have none. */
  int[] middle() {
    return middle.clone();
  }

  /** Cells of the first kind, whichever part they are in. */
  int[] allFrom() {
    return allFrom.clone();
  }

  /** Cells of the second kind, whichever part they are in. */
  int[] allTo() {
    return allTo.clone();
  }

  /** Both ends together. */
  int[] ends() {
    return IntStream.concat(Arrays.stream(from), Arrays.stream(to)).toArray();
  }
}
