package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.CiVaeConfig;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the random numbers of each training step from streams addressed by seed and step, so that
 * nothing has to be kept to draw them again and no engine's generator is involved.
 */
final class NoiseSource {

  private final CiVaeConfig config;
  private final int classCount;
  private final DropoutMask hiddenMask;
  private final DropoutMask logitMask;
  private final NativeFloats latent = new NativeFloats();
  private final List<NativeFloats> encoder;
  private final List<NativeFloats> decoder;
  private final NativeFloats logits = new NativeFloats();
  private int rows;

  NoiseSource(CiVaeConfig config, int classCount) {
    this.config = config;
    this.classCount = classCount;
    hiddenMask = new DropoutMask(config.dropout());
    logitMask = new DropoutMask(config.discriminatorDropout());
    encoder = buffers(config.hiddenLayers());
    decoder = buffers(config.decoderLayers());
  }

  private List<NativeFloats> buffers(int[] widths) {
    List<NativeFloats> buffers = new ArrayList<>();
    for (int i = 0; i < widths.length && !hiddenMask.dropsNothing(); i++) {
      buffers.add(new NativeFloats());
    }
    return buffers;
  }

  /** Draws for one step; the arrays of the step before stay as they are. */
  void draw(long step, int batchRows) {
    rows = batchRows;
    if (config.sampling()) {
      int size = rows * config.latentDim();
      float[] values = latent.values(size);
      SeededRandom random = SeededRandom.of(config.seed(), RandomStreams.NOISE, step);
      for (int i = 0; i < size; i++) {
        values[i] = (float) random.nextGaussian();
      }
    }
    int layer = drawMasks(encoder, config.hiddenLayers(), step, 0);
    layer = drawMasks(decoder, config.decoderLayers(), step, layer);
    if (masksLogits()) {
      drawMask(logitMask, logits, rows * classCount, step, layer);
    }
  }

  private int drawMasks(List<NativeFloats> buffers, int[] widths, long step, int firstLayer) {
    for (int i = 0; i < buffers.size(); i++) {
      drawMask(hiddenMask, buffers.get(i), rows * widths[i], step, firstLayer + i);
    }
    return firstLayer + widths.length;
  }

  private void drawMask(DropoutMask mask, NativeFloats buffer, int size, long step, int layer) {
    mask.fill(
        buffer.values(size),
        size,
        SeededRandom.of(config.seed(), RandomStreams.DROPOUT, step, layer));
  }

  private boolean masksLogits() {
    return classCount > 0 && !logitMask.dropsNothing();
  }

  /** What was drawn, as arrays of the given scope; valid until the next call. */
  StepNoise arrays(NDManager scope) {
    return new StepNoise(
        config.sampling() ? latent.toArray(scope, new Shape(rows, config.latentDim())) : null,
        arrays(scope, encoder, config.hiddenLayers()),
        arrays(scope, decoder, config.decoderLayers()),
        arrayOfLogits(scope));
  }

  private @Nullable NDArray arrayOfLogits(NDManager scope) {
    return masksLogits() ? logits.toArray(scope, new Shape(rows, classCount)) : null;
  }

  private List<NDArray> arrays(NDManager scope, List<NativeFloats> buffers, int[] widths) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < buffers.size(); i++) {
      arrays.add(buffers.get(i).toArray(scope, new Shape(rows, widths[i])));
    }
    return arrays;
  }
}
