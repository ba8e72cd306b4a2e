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
    optimizer =
        Adam.of(
            block.getParameters().values(),
            config.weightDecay(),
            config.gradientClipping(),
            session);
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
