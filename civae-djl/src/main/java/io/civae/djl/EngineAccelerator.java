package io.civae.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import io.civae.OutputActivation;
import io.civae.spi.Accelerator;
import io.civae.spi.CountLikelihood;
import io.civae.spi.NetworkParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forward pass of a trained network on an engine, a chunk of rows at a time. */
final class EngineAccelerator implements Accelerator {

  private static final int CHUNK_ROWS = 1024;

  private final EngineKind kind;
  private final NDManager manager;
  private final List<Layer> encoder;
  private final List<Layer> decoder;
  private final OutputActivation activation;
  private final int featureCount;
  private final List<Layer> discriminator;
  private final NativeFloats input = new NativeFloats();

  EngineAccelerator(EngineKind kind, Engine engine, Device device, FoldedNetwork network) {
    this.kind = kind;
    manager = engine.newBaseManager(device);
    manager.setName("civae-accelerator");
    encoder = load(network.encoder());
    decoder = load(network.decoder());
    discriminator = load(network.discriminator());
    activation = network.activation();
    featureCount = network.encoder().get(0).inputs();
  }

  private List<Layer> load(List<FoldedLinear> folded) {
    List<Layer> layers = new ArrayList<>();
    for (FoldedLinear linear : folded) {
      Shape shape = new Shape(linear.outputs(), linear.inputs());
      layers.add(
          new Layer(
              manager.create(linear.weight(), shape),
              manager.create(linear.bias()),
              linear.inputs(),
              linear.outputs()));
    }
    return layers;
  }

  @Override
  public void encode(float[] x, int rows, float[] mean, float[] logVariance) {
    forEachChunk(
        encoder,
        false,
        x,
        rows,
        (heads, firstRow, chunkRows) -> splitHeads(heads, firstRow, chunkRows, mean, logVariance));
  }

  private static void splitHeads(
      float[] heads, int firstRow, int rows, float[] mean, float[] logVariance) {
    int latent = heads.length / rows / 2;
    for (int row = 0; row < rows; row++) {
      int from = row * 2 * latent;
      int to = (firstRow + row) * latent;
      System.arraycopy(heads, from, mean, to, latent);
      for (int j = 0; j < latent; j++) {
        logVariance[to + j] =
            Math.min(
                NetworkParameters.MAX_LOG_VARIANCE,
                Math.max(NetworkParameters.MIN_LOG_VARIANCE, heads[from + latent + j]));
      }
    }
  }

  @Override
  public void decode(float[] z, int rows, float[] reconstruction) {
    forEachChunk(
        decoder,
        activation == OutputActivation.SIGMOID,
        z,
        rows,
        activation == OutputActivation.SOFTMAX
            ? (outputs, firstRow, chunkRows) ->
                toShares(outputs, chunkRows, reconstruction, firstRow * featureCount)
            : copyTo(reconstruction));
  }

  private void toShares(float[] outputs, int rows, float[] shares, int to) {
    int width = outputs.length / rows;
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      CountLikelihood.expectedShares(
          Arrays.copyOfRange(outputs, from, from + featureCount),
          Arrays.copyOfRange(outputs, from + featureCount, from + width),
          shares,
          to + row * featureCount);
    }
  }

  @Override
  public void classify(float[] z, int rows, float[] logits) {
    forEachChunk(discriminator, false, z, rows, copyTo(logits));
  }

  private static ChunkTarget copyTo(float[] target) {
    return (values, firstRow, rows) ->
        System.arraycopy(values, 0, target, firstRow * (values.length / rows), values.length);
  }

  private void forEachChunk(
      List<Layer> layers, boolean endsInSigmoid, float[] x, int rows, ChunkTarget target) {
    int width = layers.get(0).inputs();
    for (int first = 0; first < rows; first += CHUNK_ROWS) {
      int firstRow = first;
      int chunkRows = Math.min(CHUNK_ROWS, rows - first);
      float[] output =
          EngineTurns.take(
              kind, () -> forward(layers, endsInSigmoid, x, firstRow * width, chunkRows));
      target.accept(output, first, chunkRows);
    }
  }

  private float[] forward(
      List<Layer> layers, boolean endsInSigmoid, float[] x, int offset, int rows) {
    int width = layers.get(0).inputs();
    System.arraycopy(x, offset, input.values(rows * width), 0, rows * width);
    try (NDManager scope = manager.newSubManager()) {
      scope.setName("civae-chunk");
      NDArray h = input.toArray(scope, new Shape(rows, width));
      for (int i = 0; i < layers.size(); i++) {
        Layer layer = layers.get(i);
        h = Linear.linear(i == 0 ? h : Activation.relu(h), layer.weight(), layer.bias()).head();
      }
      return (endsInSigmoid ? Activation.sigmoid(h) : h).toFloatArray();
    }
  }

  /** The manager closes once; a second close does nothing. */
  @Override
  public void close() {
    manager.close();
  }

  private record Layer(NDArray weight, NDArray bias, int inputs, int outputs) {}

  /** Takes the output of one chunk. */
  private interface ChunkTarget {
    void accept(float[] values, int firstRow, int rows);
  }
}
