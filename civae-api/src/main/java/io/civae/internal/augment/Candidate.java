package io.civae.internal.augment;

import io.civae.augment.RejectionReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A draft with what discriminator and members say of it, and what it decodes to. */
final class Candidate {

  private final Draft draft;
  private final double probability;
  private final double margin;
  private final double holeScore;
  private final @Nullable RejectionReason reason;
  private float[] block = new float[0];
  private int from;
  private int width;
  private int adjusted;

  Candidate(
      Draft draft,
      double probability,
      double margin,
      double holeScore,
      @Nullable RejectionReason reason) {
    this.draft = draft;
    this.probability = probability;
    this.margin = margin;
    this.holeScore = holeScore;
    this.reason = reason;
  }

  /** Gives it what it decodes to, a part of a block that it shares with others. */
  void decoded(float[] values, int first, int count, int changedByConstraints) {
    block = values;
    from = first;
    width = count;
    adjusted = changedByConstraints;
  }

  Draft draft() {
    return draft;
  }

  /** NaN when nobody asked. */
  double probability() {
    return probability;
  }

  /** NaN when nobody asked. */
  double margin() {
    return margin;
  }

  /** NaN when nobody asked. */
  double holeScore() {
    return holeScore;
  }

  /** Why it is thrown away, or null. */
  @Nullable RejectionReason reason() {
    return reason;
  }

  /** A copy of what it decodes to; empty when it is thrown away. */
  float[] observation() {
    return Arrays.copyOfRange(block, from, from + width);
  }

  /** Copies what it decodes to. */
  void copyTo(float[] target, int at) {
    System.arraycopy(block, from, target, at, width);
  }

  int adjusted() {
    return adjusted;
  }
}
