package io.civae.internal.network;

import io.civae.BatchNormalization;
import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.NetworkParameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forward pass of a softmax classifier without an engine. A row gives the same bits alone, in a
 * batch, and whatever the number of threads. Thread-safe.
 */
public final class PlainClassifier {

  private final List<DenseLayer> hidden;
  private final DenseLayer output;
  private final RowBlocks blocks;

  /**
   * Folds the parameters.
   *
   * @param normalization where batch normalisation stands
   * @param parameters checked by {@link NetworkShape#checkClassifier}
   */
  public PlainClassifier(BatchNormalization normalization, NetworkParameters parameters) {
    boolean after = normalization == BatchNormalization.AFTER_ACTIVATION;
    LayerFolding folding = new LayerFolding(parameters, after).hidden("classifier");
    hidden = folding.layers();
    output = folding.head("classifier.output", Activation.NONE);
    blocks =
        new RowBlocks(
            Stream.concat(hidden.stream(), Stream.of(output))
                .mapToInt(layer -> Math.max(layer.inputs(), layer.outputs()))
                .max()
                .orElseThrow());
  }

  /**
   * The number of classes.
   *
   * @return k
   */
  public int classes() {
    return output.outputs();
  }

  /**
   * The width of the last hidden layer.
   *
   * @return w; the number of features when there is no hidden layer
   */
  public int hiddenWidth() {
    return output.inputs();
  }

  /**
   * The values that the last layer reads.
   *
   * @param x scaled features, {@code rows · d} values
   * @param rows how many
   * @return {@code rows · w} values: what the last ReLU gives, before any normalisation behind it;
   *     the features themselves when there is no hidden layer
   */
  public float[] hidden(float[] x, int rows) {
    float[] values = new float[rows * hiddenWidth()];
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          pass(workspace, x, first, count);
          workspace.store(count, hiddenWidth(), values, first * hiddenWidth());
        });
    return values;
  }

  /**
   * The logits of each row.
   *
   * @param x scaled features, {@code rows · d} values
   * @param rows how many
   * @return {@code rows · k} values
   */
  public float[] logits(float[] x, int rows) {
    float[] values = new float[rows * classes()];
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          pass(workspace, x, first, count);
          workspace.write(output, count, values, first * classes());
        });
    return values;
  }

  private void pass(Workspace workspace, float[] x, int first, int count) {
    int inputs = hidden.isEmpty() ? output.inputs() : hidden.get(0).inputs();
    workspace.load(x, first * inputs, count, inputs);
    workspace.through(hidden, count);
  }
}
