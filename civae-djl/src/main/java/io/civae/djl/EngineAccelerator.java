package io.civae.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.civae.OutputActivation;
import io.civae.spi.Accelerator;
import io.civae.spi.CountLikelihood;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forward pass of a trained network on an engine, some rows at a time. */
final class EngineAccelerator implements Accelerator {

  private final EngineKind kind;
  private final NDManager manager;
  private final LayerChain encoder;
  private final LayerChain decoder;
  private final boolean endsInShares;
  private final int featureCount;
  private final @Nullable LayerChain discriminator;

  EngineAccelerator(EngineKind kind, Engine engine, Device device, FoldedNetwork network) {
    this.kind = kind;
    manager = engine.newBaseManager(device);
    manager.setName("civae-accelerator");
    encoder = LayerChain.of(network.encoder(), false, manager);
    boolean endsInSigmoid = network.activation() == OutputActivation.SIGMOID;
    decoder = LayerChain.of(network.decoder(), endsInSigmoid, manager);
    endsInShares = network.activation() == OutputActivation.SOFTMAX;
    featureCount = encoder.inputs();
    List<FoldedLinear> classes = network.discriminator();
    discriminator = classes.isEmpty() ? null : LayerChain.of(classes, false, manager);
  }

  @Override
  public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
    int latent = decoder.inputs();
    forward(
        encoder,
        x,
        rows,
        (row, heads, from) -> {
          int to = row * latent;
          System.arraycopy(heads, from, mean, to, latent);
          for (int j = 0; j < latent; j++) {
            logVariance[to + j] = LatentPass.clamped(heads[from + latent + j]);
          }
        });
  }

  @Override
  public void decode(float[] z, int rows, float[] reconstruction) {
    forward(
        decoder,
        z,
        rows,
        endsInShares
            ? (row, values, from) -> toShares(values, from, reconstruction, row * featureCount)
            : copyTo(reconstruction, decoder.outputs()));
  }

  private void toShares(float[] values, int from, float[] shares, int to) {
    CountLikelihood.expectedShares(
        Arrays.copyOfRange(values, from, from + featureCount),
        Arrays.copyOfRange(values, from + featureCount, from + decoder.outputs()),
        shares,
        to);
  }

  @Override
  public void classify(float[] z, int rows, float[] logits) {
    if (discriminator == null) {
      throw new IllegalStateException("the network must have a discriminator to classify");
    }
    forward(discriminator, z, rows, copyTo(logits, discriminator.outputs()));
  }

  private static RowTarget copyTo(float[] target, int width) {
    return (row, values, from) -> System.arraycopy(values, from, target, row * width, width);
  }

  private void forward(LayerChain chain, float[] x, int rows, RowTarget target) {
    for (int first = 0; first < rows; first += chain.mostRows()) {
      int firstRow = first;
      int count = Math.min(chain.mostRows(), rows - first);
      EngineTurns.run(
          kind,
          () ->
              chain.forward(
                  x,
                  firstRow * chain.inputs(),
                  count,
                  (row, values, from) -> target.accept(firstRow + row, values, from)));
    }
  }

  /** The manager closes once; a second close does nothing. */
  @Override
  public void close() {
    manager.close();
  }
}
