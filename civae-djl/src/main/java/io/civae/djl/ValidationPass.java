package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.civae.CiVaeConfig;
import io.civae.LossTerms;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.spi.ClassWeights;
import io.civae.spi.TrainingRows;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The loss terms on validation data: posterior means, running statistics, no dropout. */
final class ValidationPass {

  private static final int CHUNK_ROWS = 1024;

  /** Validation data are the same in all of them. */
  private static final int ANY_EPOCH = 1;

  private final NDManager session;
  private final ParameterStore store;
  private final CiVaeBlock block;
  private final CiVaeConfig config;
  private final CiVaeLoss loss;
  private final ClassWeights weights;
  private final BatchBuffer buffer;
  private final int[] order;

  ValidationPass(
      NDManager session,
      ParameterStore store,
      CiVaeBlock block,
      CiVaeConfig config,
      LabeledDataset data,
      @Nullable FeatureMatrix counts,
      ClassWeights weights) {
    this.weights = weights;
    this.session = session;
    this.store = store;
    this.block = block;
    this.config = config;
    loss = CiVaeLoss.of(config);
    buffer = new BatchBuffer(data, TrainingRows.of(data.features()), counts, weights);
    order = IntStream.range(0, data.size()).toArray();
  }

  LossTerms run() {
    TermSums sums = new TermSums(Map.of());
    for (int from = 0; from < order.length; from += CHUNK_ROWS) {
      buffer.fill(order, from, Math.min(order.length, from + CHUNK_ROWS), ANY_EPOCH);
      try (NDManager scope = session.newSubManager()) {
        scope.setName("civae-validation");
        NDArray x = buffer.features(scope);
        CiVaeBlock.ForwardPass pass = block.forward(store, x, false, StepNoise.NONE);
        sums.add(
            BatchTerms.of(loss, pass, buffer.observed(scope, x), buffer.targets(scope), null)
                .read(buffer.classes()),
            weights.sum(buffer.classes()));
      }
    }
    return sums.means(config);
  }
}
