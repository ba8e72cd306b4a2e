package io.civae.djl;

import io.civae.Likelihood;
import io.civae.spi.CountLikelihood;
import java.util.Arrays;
import java.util.List;

/** The reconstruction term of counts, forward and backward; see {@link CountHead}. */
final class CountPass implements ObservationPass {

  /** The last layer's and, if asked for, that of added zeros. */
  private final List<LinearPass> heads;

  private final List<NetworkArray> biases;
  private final NetworkArray logDispersion;
  private final CountLikelihood likelihood;
  private final int rows;
  private final int features;
  private final float[] outputs;
  private final float[] gradient;
  private final float[] part;

  CountPass(
      List<LinearPass> heads,
      List<NetworkArray> biases,
      NetworkArray logDispersion,
      Likelihood likelihood,
      int rows) {
    this.heads = heads;
    this.biases = biases;
    this.logDispersion = logDispersion;
    this.rows = rows;
    features = logDispersion.vector().length;
    this.likelihood = new CountLikelihood(likelihood, features);
    outputs = new float[rows * this.likelihood.width()];
    gradient = new float[outputs.length];
    part = new float[rows * features];
  }

  @Override
  public List<EngineMatrix> inputGradients() {
    return heads.stream().map(LinearPass::inputGradient).toList();
  }

  @Override
  public double run(float[] observed) {
    heads.forEach(LinearPass::forward);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          logDispersion.vector(), 0, outputs, i * likelihood.width() + features, features);
    }
    for (int head = 0; head < heads.size(); head++) {
      read(head);
    }
    double value =
        likelihood.evaluate(outputs, Arrays.copyOf(observed, rows * features), rows, gradient);
    for (int head = 0; head < heads.size(); head++) {
      write(head);
    }
    sumRows(features, logDispersion.vectorGradient());
    return value;
  }

  private void read(int head) {
    EngineMatrix output = heads.get(head).output();
    output.await();
    output.values().get(0, part, 0, part.length);
    float[] bias = biases.get(head).vector();
    for (int i = 0; i < rows; i++) {
      int to = i * likelihood.width() + 2 * head * features;
      for (int j = 0; j < features; j++) {
        outputs[to + j] = part[i * features + j] + bias[j];
      }
    }
  }

  private void write(int head) {
    int column = 2 * head * features;
    for (int i = 0; i < rows; i++) {
      System.arraycopy(gradient, i * likelihood.width() + column, part, i * features, features);
    }
    heads.get(head).outputGradient().values().put(0, part, 0, part.length);
    sumRows(column, biases.get(head).vectorGradient());
    heads.get(head).backward();
  }

  private void sumRows(int column, float[] sum) {
    Arrays.fill(sum, 0f);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < features; j++) {
        sum[j] += gradient[i * likelihood.width() + column + j];
      }
    }
  }
}
