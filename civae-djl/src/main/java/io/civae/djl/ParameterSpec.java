package io.civae.djl;

import ai.djl.nn.Parameter;

/**
 * One parameter of the network: its name in the model file, its shape and what it is for.
 *
 * @param name as {@link io.civae.spi.NetworkParameters} has it
 * @param type what it is for
 * @param fanIn inputs of the linear layer it belongs to; 0 for batch normalisation
 * @param shape one or two dimensions, outputs first
 */
record ParameterSpec(String name, Parameter.Type type, int fanIn, int... shape) {

  static ParameterSpec weight(String layer, int outputs, int inputs) {
    return new ParameterSpec(layer + ".weight", Parameter.Type.WEIGHT, inputs, outputs, inputs);
  }

  static ParameterSpec bias(String layer, int outputs, int inputs) {
    return new ParameterSpec(layer + ".bias", Parameter.Type.BIAS, inputs, outputs);
  }

  static ParameterSpec norm(String name, Parameter.Type type, int width) {
    return new ParameterSpec(name, type, 0, width);
  }

  int size() {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }
}
