package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the dropout masks of hidden layers, each from a stream of its own. */
final class LayerMasks implements StepDraws {

  private final int[] widths;
  private final DropoutMask mask;
  private final long seed;
  private final int firstLayer;
  private final List<NativeFloats> buffers = new ArrayList<>();
  private int rows;

  /** {@code firstLayer} is what the first of these layers is called among all dropout layers. */
  LayerMasks(int[] widths, DropoutMask mask, long seed, int firstLayer) {
    this.widths = widths;
    this.mask = mask;
    this.seed = seed;
    this.firstLayer = firstLayer;
    for (int i = 0; i < widths.length && !mask.dropsNothing(); i++) {
      buffers.add(new NativeFloats());
    }
  }

  @Override
  public void draw(long step, int batchRows) {
    rows = batchRows;
    for (int i = 0; i < buffers.size(); i++) {
      int size = rows * widths[i];
      mask.fill(
          buffers.get(i).values(size),
          size,
          SeededRandom.of(seed, RandomStreams.DROPOUT, step, firstLayer + i));
    }
  }

  /** The mask of one layer, row after row; null without dropout; valid until the next draw. */
  float @Nullable [] values(int layer) {
    return buffers.isEmpty() ? null : buffers.get(layer).values(rows * widths[layer]);
  }

  /** One mask for each layer, {@code [rows, width]}, or none at all; valid until the next call. */
  List<NDArray> arrays(NDManager scope) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < buffers.size(); i++) {
      arrays.add(buffers.get(i).toArray(scope, new Shape(rows, widths[i])));
    }
    return arrays;
  }
}
