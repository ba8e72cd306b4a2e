package io.civae.internal.network;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.Accelerator;
import io.civae.spi.NetworkParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass without an engine. A row gives the same bits alone, in a batch, and whatever the
 * number of threads.
 */
public final class PlainNetwork implements Accelerator {

  private final List<DenseLayer> encoder;
  private final DenseLayer meanHead;
  private final DenseLayer logVarianceHead;
  private final List<DenseLayer> decoder;
  private final DenseLayer output;
  private final @Nullable DenseLayer discriminator;

  /**
   * Folds the parameters.
   *
   * @param config resolved
   * @param parameters checked by {@link NetworkShape}
   */
  public PlainNetwork(CiVaeConfig config, NetworkParameters parameters) {
    boolean after = config.batchNormalization() == BatchNormalization.AFTER_ACTIVATION;
    LayerFolding encoding = new LayerFolding(parameters, after).hidden("encoder");
    encoder = encoding.layers();
    meanHead = encoding.head("encoder.mean", Activation.NONE);
    logVarianceHead = encoding.head("encoder.logVariance", Activation.NONE);
    LayerFolding decoding = new LayerFolding(parameters, after).hidden("decoder");
    decoder = decoding.layers();
    boolean sigmoid = config.outputActivation() == OutputActivation.SIGMOID;
    output = decoding.head("decoder.output", sigmoid ? Activation.SIGMOID : Activation.NONE);
    discriminator =
        parameters.contains("discriminator.weight")
            ? new LayerFolding(parameters, false).head("discriminator", Activation.NONE)
            : null;
  }

  @Override
  public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
    RowBlocks.inBlocks(
        rows,
        (first, count) -> {
          float[] hidden =
              RowBlocks.through(
                  encoder, RowBlocks.part(x, first, count, inputs(encoder, meanHead)), count);
          RowBlocks.place(meanHead, hidden, first, count, mean);
          RowBlocks.place(logVarianceHead, hidden, first, count, logVariance);
        });
    for (int i = 0; i < logVariance.length; i++) {
      logVariance[i] =
          Math.min(
              NetworkParameters.MAX_LOG_VARIANCE,
              Math.max(NetworkParameters.MIN_LOG_VARIANCE, logVariance[i]));
    }
  }

  @Override
  public void decode(float[] z, int rows, float[] reconstruction) {
    RowBlocks.inBlocks(
        rows,
        (first, count) -> {
          float[] hidden =
              RowBlocks.through(
                  decoder, RowBlocks.part(z, first, count, inputs(decoder, output)), count);
          RowBlocks.place(output, hidden, first, count, reconstruction);
        });
  }

  @Override
  public void classify(float[] z, int rows, float[] logits) {
    if (discriminator == null) {
      throw new IllegalStateException("the network has no discriminator");
    }
    discriminator.apply(z, rows, logits);
  }

  @Override
  public void close() {
    // Arrays only.
  }

  private static int inputs(List<DenseLayer> hidden, DenseLayer head) {
    return hidden.isEmpty() ? head.inputs() : hidden.get(0).inputs();
  }
}
