package io.civae.djl;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** The loss terms of one batch while they are still in the engine. */
record BatchTerms(
    NDArray total,
    NDArray reconstruction,
    NDArray klDivergence,
    @Nullable NDArray discriminator,
    @Nullable NDArray logits) {

  /** The terms of a forward pass against what it should have come to. */
  static BatchTerms of(
      CiVaeLoss loss,
      CiVaeBlock.ForwardPass pass,
      NDArray observed,
      @Nullable NDArray targets,
      @Nullable NDArray logitMask) {
    NDArray reconstruction = loss.reconstruction(pass.preActivation(), observed);
    NDArray klDivergence = loss.klDivergence(pass.mean(), pass.logVariance());
    NDArray logits = pass.logits();
    if (logits == null || targets == null) {
      return new BatchTerms(
          loss.total(reconstruction, klDivergence), reconstruction, klDivergence, null, null);
    }
    NDArray masked = logitMask == null ? logits : logits.mul(logitMask);
    NDArray discriminator = loss.discriminator(masked, targets);
    return new BatchTerms(
        loss.total(reconstruction, klDivergence, discriminator),
        reconstruction,
        klDivergence,
        discriminator,
        logits);
  }

  /** Waits for the engine and copies the terms out. */
  Values read(int[] classes) {
    return new Values(
        reconstruction.getFloat(),
        klDivergence.getFloat(),
        discriminator == null ? 0 : discriminator.getFloat(),
        Score.of(logits == null ? new float[0] : logits.toFloatArray(), classes));
  }

  /**
   * The terms in Java.
   *
   * @param score of the discriminator
   */
  record Values(float reconstruction, float klDivergence, float discriminator, Score score) {}

  /**
   * How many labelled rows have their class on top.
   *
   * @param rows all rows
   * @param labelled those with a label
   * @param correct those of them whose class has the highest logit, the first of equal ones
   */
  record Score(int rows, int labelled, int correct) {

    static Score of(float[] logits, int[] classes) {
      int labelled = 0;
      int correct = 0;
      int classCount = logits.length / Math.max(1, classes.length);
      for (int i = 0; i < classes.length; i++) {
        if (classes[i] >= 0) {
          labelled++;
          correct += top(logits, i * classCount, classCount) == classes[i] ? 1 : 0;
        }
      }
      return new Score(classes.length, labelled, correct);
    }

    private static int top(float[] logits, int offset, int count) {
      int best = 0;
      for (int c = 1; c < count; c++) {
        if (logits[offset + c] > logits[offset + best]) {
          best = c;
        }
      }
      return best;
    }
  }
}
