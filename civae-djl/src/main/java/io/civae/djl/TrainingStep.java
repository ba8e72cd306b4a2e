package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.civae.CiVaeConfig;
import org.jspecify.annotations.Nullable;

/** One optimisation step: forward, backward, update, in a scope of its own. */
final class TrainingStep {

  private final Engine engine;
  private final NDManager session;
  private final ParameterStore store;
  private final CiVaeBlock block;
  private final CiVaeLoss loss;
  private final @Nullable ExplicitNetwork explicit;
  private final Adam optimizer;

  TrainingStep(
      Engine engine,
      NDManager session,
      ParameterStore store,
      CiVaeBlock block,
      CiVaeConfig config) {
    this.engine = engine;
    this.session = session;
    this.store = store;
    this.block = block;
    loss = CiVaeLoss.of(config);
    explicit = ExplicitNetwork.covers(block) ? new ExplicitNetwork(config, block, session) : null;
    optimizer =
        explicit == null
            ? Adam.of(
                block.getParameters().values(),
                config.weightDecay(),
                config.gradientClipping(),
                session)
            : explicit.optimizer();
  }

  /** Lets the block have the values that the steps have come to. */
  void publish() {
    if (explicit != null) {
      explicit.publish();
    }
  }

  /** What updates the parameters, whose state belongs to that of the training. */
  Adam optimizer() {
    return optimizer;
  }

  /**
   * Makes the step on what the buffers hold.
   *
   * @param klShare of α that counts in this step
   */
  BatchTerms.Values run(
      BatchBuffer batch, NoiseSource noiseSource, double learningRate, double klShare) {
    try (NDManager scope = session.newSubManager()) {
      scope.setName("civae-step");
      if (explicit != null) {
        BatchTerms.Values values = explicit.passOf(batch.rows()).run(batch, noiseSource, klShare);
        optimizer.update(learningRate, scope);
        return values;
      }
      NDArray x = batch.features(scope);
      NDArray observed = batch.observed(scope, x);
      @Nullable NDArray targets = batch.targets(scope);
      int[] classes = batch.classes();
      StepNoise noise = noiseSource.arrays(scope);
      BatchTerms terms;
      try (GradientCollector collector = engine.newGradientCollector()) {
        CiVaeBlock.ForwardPass pass = block.forward(store, x, true, noise);
        terms = BatchTerms.of(loss.warmedUp(klShare), pass, observed, targets, noise.logitMask());
        collector.backward(terms.total());
      }
      optimizer.update(learningRate, scope);
      return terms.read(classes);
    }
  }
}
