package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import java.util.List;
import java.util.stream.DoubleStream;

/** The reconstruction term of continuous features, forward and backward. */
final class ReconstructionPass implements ObservationPass {

  private final LinearPass linear;
  private final NetworkArray bias;
  private final boolean bernoulli;
  private final boolean sigmoid;
  private final int rows;

  ReconstructionPass(LinearPass linear, NetworkArray bias, CiVaeConfig config, int rows) {
    this.linear = linear;
    this.bias = bias;
    bernoulli = config.likelihood() == Likelihood.BERNOULLI;
    sigmoid = config.outputActivation() == OutputActivation.SIGMOID;
    this.rows = rows;
  }

  @Override
  public List<EngineMatrix> inputGradients() {
    return List.of(linear.inputGradient());
  }

  @Override
  public double run(float[] observed) {
    linear.forward();
    linear.output().await();
    double[] columnSums = new double[linear.output().columns()];
    ColumnBlock.each(rows, columnSums.length, block -> run(block, observed, columnSums));
    linear.backward();
    return DoubleStream.of(columnSums).sum() / rows;
  }

  private void run(ColumnBlock block, float[] observed, double[] columnSums) {
    float[][] a = block.first(linear.output());
    float[] added = block.part(bias.vector());
    int size = block.size();
    float[] values = new float[size];
    double[] scratch = new double[size];
    double[] logs = new double[bernoulli ? size : 0];
    float share = 1f / rows;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      RowLoops.add(a[i], added, size);
      float[] x = block.row(observed, columnSums.length, i);
      if (bernoulli) {
        bernoulli(a[i], x, values, scratch, logs, share, size);
      } else if (sigmoid) {
        sigmoid(a[i], x, values, scratch, share, size);
      } else {
        linear(a[i], x, values, share, size);
      }
      for (int j = 0; j < size; j++) {
        sum += values[j];
      }
    }
    columnSums[block.from()] = sum;
    block.putPart(block.sum((total, i) -> RowLoops.add(total, a[i], size)), bias.vectorGradient());
    block.write(a, linear.outputGradient());
  }

  /** Leaves the terms in {@code values} and their gradients, times the share, in {@code a}. */
  private static void linear(float[] a, float[] x, float[] values, float share, int size) {
    for (int j = 0; j < size; j++) {
      float difference = a[j] - x[j];
      values[j] = difference * difference;
      a[j] = 2 * share * difference;
    }
  }

  private static void sigmoid(
      float[] a, float[] x, float[] values, double[] scratch, float share, int size) {
    RowLoops.sigmoid(a, scratch, size);
    for (int j = 0; j < size; j++) {
      float y = a[j];
      float difference = y - x[j];
      values[j] = difference * difference;
      a[j] = 2 * share * difference * y * (1 - y);
    }
  }

  /** The term is softplus(a) − x·a, with softplus(a) = max(a, 0) + log(1 + exp(−|a|)). */
  private static void bernoulli(
      float[] a,
      float[] x,
      float[] values,
      double[] scratch,
      double[] logs,
      float share,
      int size) {
    for (int j = 0; j < size; j++) {
      scratch[j] = -a[j];
    }
    Exponential.apply(scratch, size);
    for (int j = 0; j < size; j++) {
      logs[j] = Math.min(scratch[j], 1 / scratch[j]);
    }
    Exponential.logOfOnePlus(logs, size);
    for (int j = 0; j < size; j++) {
      values[j] = (float) (Math.max(a[j], 0f) + logs[j] - x[j] * a[j]);
      a[j] = share * (float) (1 / (1 + scratch[j]) - x[j]);
    }
  }
}
