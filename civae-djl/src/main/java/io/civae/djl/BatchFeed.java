package io.civae.djl;

/** Fills buffers for one step of a training after the other: its batch and its noise. */
final class BatchFeed {

  private final EpochPlan plan;
  private final long seed;
  private int[] order = new int[0];
  private int orderedEpoch;

  BatchFeed(EpochPlan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /** Fills the buffers for the given step, counted from 0. */
  void fill(StepInput<?> input, long step) {
    int inEpoch = (int) (step % plan.batches());
    int epoch = (int) (step / plan.batches()) + 1;
    if (epoch != orderedEpoch) {
      order = plan.order(seed, epoch);
      orderedEpoch = epoch;
    }
    BatchBuffer batch = input.batch();
    batch.fill(order, plan.start(inEpoch), plan.start(inEpoch + 1), epoch);
    input.noise().draw(step, batch.rows());
  }
}
