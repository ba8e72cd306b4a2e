package io.civae.internal.network;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.Accelerator;
import io.civae.spi.NetworkParameters;
import java.util.List;
import java.util.stream.Stream;
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
  private final RowBlocks blocks;

  /**
   * Folds the parameters.
   *
   * @param config resolved
   * @param parameters checked by {@link NetworkShape}
   * @throws IllegalArgumentException if a parameter overflows once batch normalisation is folded in
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
    blocks = new RowBlocks(widest());
  }

  private int widest() {
    Stream<DenseLayer> heads = Stream.of(meanHead, logVarianceHead, output);
    Stream<DenseLayer> all =
        Stream.of(encoder.stream(), decoder.stream(), heads, Stream.ofNullable(discriminator))
            .flatMap(layers -> layers);
    return all.mapToInt(layer -> Math.max(layer.inputs(), layer.outputs())).max().orElseThrow();
  }

  @Override
  public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
    int latent = meanHead.outputs();
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          load(workspace, x, first, count, encoder, meanHead);
          workspace.through(encoder, count);
          workspace.write(meanHead, count, mean, first * latent);
          workspace.write(logVarianceHead, count, logVariance, first * latent);
          clamp(logVariance, first * latent, (first + count) * latent);
        });
  }

  private static void clamp(float[] logVariance, int from, int to) {
    for (int i = from; i < to; i++) {
      logVariance[i] =
          Math.min(
              NetworkParameters.MAX_LOG_VARIANCE,
              Math.max(NetworkParameters.MIN_LOG_VARIANCE, logVariance[i]));
    }
  }

  @Override
  public void decode(float[] z, int rows, float[] reconstruction) {
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          load(workspace, z, first, count, decoder, output);
          workspace.through(decoder, count);
          workspace.write(output, count, reconstruction, first * output.outputs());
        });
  }

  @Override
  public void classify(float[] z, int rows, float[] logits) {
    DenseLayer head = discriminator;
    if (head == null) {
      throw new IllegalStateException("the network has no discriminator");
    }
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          load(workspace, z, first, count, List.of(), head);
          workspace.write(head, count, logits, first * head.outputs());
        });
  }

  @Override
  public void close() {
    // Arrays only.
  }

  private static void load(
      Workspace workspace,
      float[] values,
      int first,
      int count,
      List<DenseLayer> hidden,
      DenseLayer head) {
    int width = hidden.isEmpty() ? head.inputs() : hidden.get(0).inputs();
    workspace.load(values, first * width, count, width);
  }
}
