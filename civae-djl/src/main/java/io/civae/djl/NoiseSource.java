package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.CiVaeConfig;
import io.civae.spi.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws the random numbers of each training step from streams addressed by seed and step, so that
 * nothing has to be kept to draw them again and no engine's generator is involved.
 */
final class NoiseSource implements StepDraws {

  private final CiVaeConfig config;
  private final int classCount;
  private final DropoutMask logitMask;
  private final NativeFloats latent = new NativeFloats();
  private final LayerMasks encoder;
  private final LayerMasks decoder;
  private final NativeFloats logits = new NativeFloats();
  private final int logitLayer;
  private int rows;

  NoiseSource(CiVaeConfig config, int classCount) {
    this.config = config;
    this.classCount = classCount;
    DropoutMask hiddenMask = new DropoutMask(config.dropout());
    logitMask = new DropoutMask(config.discriminatorDropout());
    int firstDecoderLayer = config.hiddenLayers().length;
    logitLayer = firstDecoderLayer + config.decoderLayers().length;
    encoder = new LayerMasks(config.hiddenLayers(), hiddenMask, config.seed(), 0);
    decoder = new LayerMasks(config.decoderLayers(), hiddenMask, config.seed(), firstDecoderLayer);
  }

  @Override
  public void draw(long step, int batchRows) {
    rows = batchRows;
    if (config.sampling()) {
      int size = rows * config.latentDim();
      float[] values = latent.values(size);
      SeededRandom random = SeededRandom.of(config.seed(), RandomStreams.NOISE, step);
      for (int i = 0; i < size; i++) {
        values[i] = (float) random.nextGaussian();
      }
    }
    encoder.draw(step, rows);
    decoder.draw(step, rows);
    if (masksLogits()) {
      int size = rows * classCount;
      logitMask.fill(
          logits.values(size),
          size,
          SeededRandom.of(config.seed(), RandomStreams.DROPOUT, step, logitLayer));
    }
  }

  private boolean masksLogits() {
    return classCount > 0 && !logitMask.dropsNothing();
  }

  /** ε, row after row; null takes the posterior mean; valid until the next draw. */
  float @Nullable [] latentValues() {
    return config.sampling() ? latent.values(rows * config.latentDim()) : null;
  }

  /** The mask of logits, row after row; null without dropout; valid until the next draw. */
  float @Nullable [] logitMaskValues() {
    return masksLogits() ? logits.values(rows * classCount) : null;
  }

  LayerMasks encoderMasks() {
    return encoder;
  }

  LayerMasks decoderMasks() {
    return decoder;
  }

  /** What was drawn, as arrays of the given scope; valid until the next call. */
  StepNoise arrays(NDManager scope) {
    return new StepNoise(
        config.sampling() ? latent.toArray(scope, new Shape(rows, config.latentDim())) : null,
        encoder.arrays(scope),
        decoder.arrays(scope),
        arrayOfLogits(scope));
  }

  private @Nullable NDArray arrayOfLogits(NDManager scope) {
    return masksLogits() ? logits.toArray(scope, new Shape(rows, classCount)) : null;
  }
}
