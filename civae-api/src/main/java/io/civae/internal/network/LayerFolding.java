package io.civae.internal.network;

import io.civae.internal.network.DenseLayer.Activation;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns named parameters into dense layers, with batch normalisation folded in.
 *
 * <p>Normalisation at inference is {@code s·a + t}. Before the activation it joins the layer's own
 * weights; after it, the {@code s·a + t} waits and joins the weights of the layers that read it.
 */
final class LayerFolding {

  private final NetworkParameters parameters;
  private final boolean normAfterActivation;
  private final List<DenseLayer> layers = new ArrayList<>();

  /** What is still to be applied to the activations of the last layer; empty for nothing. */
  private double[] pendingScale = {};

  private double[] pendingShift = {};

  LayerFolding(NetworkParameters parameters, boolean normAfterActivation) {
    this.parameters = parameters;
    this.normAfterActivation = normAfterActivation;
  }

  /** Adds every hidden layer of a part. */
  LayerFolding hidden(String part) {
    int count = parameters.hiddenLayers(part);
    for (int layer = 0; layer < count; layer++) {
      String name = part + ".hidden." + layer;
      boolean norm = parameters.contains(name + ".norm.scale");
      double[] scale = norm ? scaleOf(name + ".norm") : new double[0];
      double[] shift = norm ? shiftOf(name + ".norm", scale) : new double[0];
      double[] none = {};
      if (normAfterActivation) {
        layers.add(fold(name, Activation.RELU, none, none));
        pendingScale = scale;
        pendingShift = shift;
      } else {
        layers.add(fold(name, Activation.RELU, scale, shift));
      }
    }
    return this;
  }

  List<DenseLayer> layers() {
    return layers;
  }

  /** A layer that reads the last one's output. */
  DenseLayer head(String name, Activation activation) {
    double[] none = {};
    return fold(name, activation, none, none);
  }

  private DenseLayer fold(String name, Activation activation, double[] scale, double[] shift) {
    Tensor weight = parameters.get(name + ".weight");
    float[] w = weight.values();
    float[] b = parameters.get(name + ".bias").values();
    int outputs = weight.dimension(0);
    int inputs = weight.dimension(1);
    float[][] folded = new float[inputs][outputs];
    float[] bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      double outScale = scale.length == 0 ? 1 : scale[o];
      double sum = b[o];
      for (int i = 0; i < inputs; i++) {
        double value = w[o * inputs + i];
        if (pendingScale.length != 0) {
          sum += value * pendingShift[i];
          value *= pendingScale[i];
        }
        folded[i][o] = finite((float) (value * outScale), name + ".weight");
      }
      bias[o] =
          finite((float) (sum * outScale + (shift.length == 0 ? 0 : shift[o])), name + ".bias");
    }
    return new DenseLayer(folded, bias, activation);
  }

  /** A weight that overflows would turn every output it reaches into an infinity or a NaN. */
  private static float finite(float folded, String name) {
    if (!Float.isFinite(folded)) {
      throw new IllegalArgumentException(
          "parameter "
              + name
              + " ("
              + folded
              + " with batch normalisation folded in) must be finite");
    }
    return folded;
  }

  private double[] scaleOf(String norm) {
    float[] scale = parameters.get(norm + ".scale").values();
    float[] variance = parameters.get(norm + ".variance").values();
    double[] result = new double[scale.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = scale[i] / Math.sqrt((double) variance[i] + NetworkParameters.NORM_EPSILON);
    }
    return result;
  }

  private double[] shiftOf(String norm, double[] scale) {
    float[] shift = parameters.get(norm + ".shift").values();
    float[] mean = parameters.get(norm + ".mean").values();
    double[] result = new double[scale.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = shift[i] - mean[i] * scale[i];
    }
    return result;
  }
}
