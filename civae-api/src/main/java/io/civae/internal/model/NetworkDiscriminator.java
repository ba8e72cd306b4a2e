package io.civae.internal.model;

import io.civae.LinearDiscriminator;
import io.civae.spi.Tensor;
import java.util.List;

/** Runs the linear softmax layer. */
final class NetworkDiscriminator implements LinearDiscriminator {

  private final Inference inference;
  private final Tensor weight;
  private final Tensor bias;
  private final List<String> classNames;

  NetworkDiscriminator(Inference inference, Tensor weight, Tensor bias, List<String> classNames) {
    this.inference = inference;
    this.weight = weight;
    this.bias = bias;
    this.classNames = classNames;
  }

  @Override
  public float[][] logits(float[][] z) {
    return inference.whileOpen(
        () -> {
          float[] flat = Rows.flatten("z", z, weight.dimension(1));
          float[] logits = new float[z.length * classNames.size()];
          inference.forRows(z.length).classify(flat, z.length, logits);
          return Rows.split(logits, classNames.size());
        });
  }

  @Override
  public float[][] probabilities(float[][] z) {
    float[][] rows = logits(z);
    for (float[] row : rows) {
      softmax(row);
    }
    return rows;
  }

  private static void softmax(float[] row) {
    float highest = row[top(row)];
    double[] powers = new double[row.length];
    double sum = 0;
    for (int c = 0; c < row.length; c++) {
      powers[c] = Math.exp(row[c] - highest);
      sum += powers[c];
    }
    for (int c = 0; c < row.length; c++) {
      row[c] = (float) (powers[c] / sum);
    }
  }

  @Override
  public String[] predict(float[][] z) {
    int[] indices = predictIndices(z);
    String[] names = new String[indices.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = classNames.get(indices[i]);
    }
    return names;
  }

  @Override
  public int[] predictIndices(float[][] z) {
    float[][] logits = logits(z);
    int[] indices = new int[logits.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = top(logits[i]);
    }
    return indices;
  }

  private static int top(float[] row) {
    int best = 0;
    for (int c = 1; c < row.length; c++) {
      if (row[c] > row[best]) {
        best = c;
      }
    }
    return best;
  }

  @Override
  public float[][] weights() {
    return inference.whileOpen(
        () -> {
          float[] values = weight.values();
          int k = weight.dimension(0);
          int h = weight.dimension(1);
          float[][] transposed = new float[h][k];
          for (int j = 0; j < h; j++) {
            for (int c = 0; c < k; c++) {
              transposed[j][c] = values[c * h + j];
            }
          }
          return transposed;
        });
  }

  @Override
  public float[] bias() {
    return inference.whileOpen(bias::values);
  }

  @Override
  public List<String> classNames() {
    return inference.whileOpen(() -> classNames);
  }
}
