package io.civae.djl;

/** Fills the buffers of a training for one step after the other: its batch and its noise. */
final class BatchFeed {

  private final EpochPlan plan;
  private final long seed;
  private final long steps;
  private final BatchBuffer batch;
  private final StepDraws noise;
  private int[] order = new int[0];
  private int orderedEpoch;

  BatchFeed(EpochPlan plan, long seed, long steps, BatchBuffer batch, StepDraws noise) {
    this.plan = plan;
    this.seed = seed;
    this.steps = steps;
    this.batch = batch;
    this.noise = noise;
  }

  /** Fills the buffers for the given step, counted from 0; does nothing after the last one. */
  void prepare(long step) {
    if (step == steps) {
      return;
    }
    int inEpoch = (int) (step % plan.batches());
    int epoch = (int) (step / plan.batches()) + 1;
    if (epoch != orderedEpoch) {
      order = plan.order(seed, epoch);
      orderedEpoch = epoch;
    }
    batch.fill(order, plan.start(inEpoch), plan.start(inEpoch + 1), epoch);
    noise.draw(step, batch.rows());
  }
}
