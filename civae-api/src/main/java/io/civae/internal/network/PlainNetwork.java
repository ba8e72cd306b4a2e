package io.civae.internal.network;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.Accelerator;
import io.civae.spi.CountLikelihood;
import io.civae.spi.NetworkParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass without an engine. A row gives the same bits alone, in a batch, and whatever the
 * number of threads.
 */
public final class PlainNetwork implements Accelerator {

  private static final float[] NONE = {};

  private final List<DenseLayer> encoder;
  private final DenseLayer meanHead;
  private final DenseLayer logVarianceHead;
  private final List<DenseLayer> decoder;
  private final DenseLayer output;

  /** The logits of added zeros, or null. */
  private final @Nullable DenseLayer zero;

  private final boolean ofCounts;
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
    ofCounts = config.likelihood().isOfCounts();
    zero =
        config.likelihood() == Likelihood.ZERO_INFLATED_NEGATIVE_BINOMIAL
            ? decoding.head("decoder.zero", Activation.NONE)
            : null;
    discriminator =
        parameters.contains("discriminator.weight")
            ? new LayerFolding(parameters, false).head("discriminator", Activation.NONE)
            : null;
    blocks = new RowBlocks(widest());
  }

  private int widest() {
    Stream<DenseLayer> heads = Stream.of(meanHead, logVarianceHead, output);
    Stream<DenseLayer> all =
        Stream.of(
                encoder.stream(),
                decoder.stream(),
                heads,
                Stream.ofNullable(zero),
                Stream.ofNullable(discriminator))
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
          int features = output.outputs();
          decodeBlock(workspace, z, first, count, reconstruction);
          if (ofCounts) {
            float[] zeros = zeroLogits(workspace, count);
            for (int row = 0; row < count; row++) {
              toShares(reconstruction, first + row, zeros, row, features);
            }
          }
        });
  }

  /** What the decoder's last layer gives; the workspace keeps what goes into that layer. */
  private void decodeBlock(Workspace workspace, float[] z, int first, int count, float[] outputs) {
    load(workspace, z, first, count, decoder, output);
    workspace.through(decoder, count);
    workspace.write(output, count, outputs, first * output.outputs());
  }

  private float[] zeroLogits(Workspace workspace, int count) {
    if (zero == null) {
      return NONE;
    }
    float[] zeros = new float[count * zero.outputs()];
    workspace.write(zero, count, zeros, 0);
    return zeros;
  }

  private static void toShares(float[] values, int row, float[] zeros, int zeroRow, int features) {
    CountLikelihood.expectedShares(
        Arrays.copyOfRange(values, row * features, (row + 1) * features),
        zeros.length == 0
            ? NONE
            : Arrays.copyOfRange(zeros, zeroRow * features, (zeroRow + 1) * features),
        values,
        row * features);
  }

  /**
   * Decodes latents of a network of counts without making one of shares and added zeros.
   *
   * @param z {@code rows · h} latents
   * @param rows at least 1
   * @param shares receives {@code rows · d} shares of the library, before zeros are added
   * @param zeroLogits receives {@code rows · d} logits of added zeros; left alone without them
   */
  public void decodeCounts(float[] z, int rows, float[] shares, float[] zeroLogits) {
    blocks.forEach(
        rows,
        (workspace, first, count) -> {
          int features = output.outputs();
          decodeBlock(workspace, z, first, count, shares);
          for (int row = first; row < first + count; row++) {
            toShares(shares, row, NONE, 0, features);
          }
          if (zero != null) {
            workspace.write(zero, count, zeroLogits, first * features);
          }
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
