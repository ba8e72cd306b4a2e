package io.civae.djl;

import ai.djl.nn.Parameter;
import io.civae.spi.NetworkParameters;

/** Batch normalisation over the rows of a block, forward and backward. */
final class NormArrays {

  private final NetworkArray scale;
  private final NetworkArray shift;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private final float[] means;
  private final float[] variances;
  private final float[] batchMean;
  private final float[] batchInverse;

  NormArrays(
      NetworkArray scale, NetworkArray shift, Parameter runningMean, Parameter runningVariance) {
    this.scale = scale;
    this.shift = shift;
    this.runningMean = runningMean;
    this.runningVariance = runningVariance;
    means = runningMean.getArray().toFloatArray();
    variances = runningVariance.getArray().toFloatArray();
    batchMean = new float[means.length];
    batchInverse = new float[means.length];
  }

  /** Normalises the rows in place and moves the running statistics. */
  void forward(ColumnBlock block, float[][] rows) {
    int size = block.size();
    float[] mean = block.sum((sum, i) -> RowLoops.add(sum, rows[i], size));
    for (int j = 0; j < size; j++) {
      mean[j] /= block.rows();
    }
    float[] squares = block.sum((sum, i) -> RowLoops.addSquare(sum, rows[i], mean, size));
    float[] factor = block.part(scale.vector());
    for (int j = 0; j < size; j++) {
      int unit = block.from() + j;
      float variance = squares[j] / block.rows();
      float inverse = (float) (1 / Math.sqrt(variance + NetworkParameters.NORM_EPSILON));
      batchMean[unit] = mean[j];
      batchInverse[unit] = inverse;
      factor[j] *= inverse;
      means[unit] = NormLayer.MOMENTUM * means[unit] + (1 - NormLayer.MOMENTUM) * mean[j];
      variances[unit] = NormLayer.MOMENTUM * variances[unit] + (1 - NormLayer.MOMENTUM) * variance;
    }
    float[] added = block.part(shift.vector());
    for (int i = 0; i < block.rows(); i++) {
      RowLoops.shiftAndScale(rows[i], mean, factor, added, size);
    }
  }

  /** Turns the gradient of what came out into that of what went in, which is used up. */
  void backward(ColumnBlock block, float[][] gradient, float[][] input) {
    int size = block.size();
    float[] mean = block.part(batchMean);
    float[] factor = block.part(batchInverse);
    for (int i = 0; i < block.rows(); i++) {
      RowLoops.standardize(input[i], mean, factor, size);
    }
    float[] ofShift = block.sum((sum, i) -> RowLoops.add(sum, gradient[i], size));
    float[] ofScale = block.sum((sum, i) -> RowLoops.addProduct(sum, gradient[i], input[i], size));
    block.putPart(ofShift, shift.vectorGradient());
    block.putPart(ofScale, scale.vectorGradient());
    RowLoops.multiply(factor, block.part(scale.vector()), size);
    for (int j = 0; j < size; j++) {
      ofShift[j] /= block.rows();
      ofScale[j] /= block.rows();
    }
    for (int i = 0; i < block.rows(); i++) {
      RowLoops.center(gradient[i], input[i], ofShift, ofScale, factor, size);
    }
  }

  /** Hands the running statistics to their parameters. */
  void publish() {
    runningMean.getArray().set(means);
    runningVariance.getArray().set(variances);
  }
}
