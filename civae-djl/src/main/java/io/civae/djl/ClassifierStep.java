package io.civae.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.civae.CiVaeConfig;
import java.util.List;
import java.util.Objects;

/** One optimisation step of a classifier, in a scope of its own. */
final class ClassifierStep {

  private final Engine engine;
  private final NDManager session;
  private final ParameterStore store;
  private final ClassifierBlock block;
  private final CiVaeLoss loss;
  private final Adam optimizer;

  ClassifierStep(Engine engine, NDManager session, ClassifierBlock block, CiVaeConfig config) {
    this.engine = engine;
    this.session = session;
    this.block = block;
    store = new ParameterStore(session, false);
    loss = CiVaeLoss.of(config);
    optimizer =
        Adam.of(
            block.getParameters().values(),
            config.weightDecay(),
            config.gradientClipping(),
            session);
  }

  /** Makes the step on what the buffers hold and returns the batch's mean cross-entropy. */
  float run(BatchBuffer batch, LayerMasks masks, double learningRate) {
    try (NDManager scope = session.newSubManager()) {
      scope.setName("civae-classifier-step");
      NDArray x = batch.features(scope);
      NDArray targets = Objects.requireNonNull(batch.targets(scope), "there are classes");
      List<NDArray> dropout = masks.arrays(scope);
      NDArray crossEntropy;
      try (GradientCollector collector = engine.newGradientCollector()) {
        crossEntropy = loss.discriminator(block.forward(store, x, true, dropout), targets);
        collector.backward(crossEntropy);
      }
      optimizer.update(learningRate, scope);
      return crossEntropy.getFloat();
    }
  }
}
