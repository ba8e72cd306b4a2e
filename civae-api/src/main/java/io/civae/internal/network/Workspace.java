package io.civae.internal.network;

import java.util.List;

/** The arrays that one forward pass works in; serves one thread at a time. */
final class Workspace {

  private final float[][][] activations;
  private final int[] chosen = new int[DenseLayer.PANEL];

  /** Room for rows of at most {@code width} values. */
  Workspace(int rows, int width) {
    activations = new float[2][rows][width];
  }

  int rows() {
    return activations[0].length;
  }

  /** Copies rows in, as the input of the first layer. */
  void load(float[] values, int from, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, from + row * width, activations[0][row], 0, width);
    }
  }

  /** Takes the loaded rows through the layers; the result takes their place. */
  void through(List<DenseLayer> layers, int rows) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).apply(activations[0], rows, activations[1], chosen);
      float[][] output = activations[1];
      activations[1] = activations[0];
      activations[0] = output;
    }
  }

  /** Copies the rows out, as the last layer left them. */
  void store(int rows, int width, float[] target, int from) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(activations[0][row], 0, target, from + row * width, width);
    }
  }

  /** Writes what a layer makes of the rows; they stay as they are. */
  void write(DenseLayer head, int rows, float[] target, int from) {
    head.apply(activations[0], rows, activations[1], chosen);
    int width = head.outputs();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(activations[1][row], 0, target, from + row * width, width);
    }
  }
}
