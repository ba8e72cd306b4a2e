package io.civae.internal.network;

import io.civae.BatchNormalization;
import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.NetworkParameters;
import java.util.List;

/**
 * The forward pass of a softmax classifier without an engine. A row gives the same bits alone, in a
 * batch, and whatever the number of threads. Thread-safe.
 */
public final class PlainClassifier {

  private final List<DenseLayer> hidden;
  private final DenseLayer output;

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
    RowBlocks.inBlocks(
        rows,
        (first, count) -> {
          float[] block = hiddenOf(x, first, count);
          System.arraycopy(block, 0, values, first * hiddenWidth(), block.length);
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
    RowBlocks.inBlocks(
        rows,
        (first, count) -> RowBlocks.place(output, hiddenOf(x, first, count), first, count, values));
    return values;
  }

  private float[] hiddenOf(float[] x, int first, int count) {
    int inputs = hidden.isEmpty() ? output.inputs() : hidden.get(0).inputs();
    return RowBlocks.through(hidden, RowBlocks.part(x, first, count, inputs), count);
  }
}
