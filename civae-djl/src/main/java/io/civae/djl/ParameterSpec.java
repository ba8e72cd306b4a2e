package io.civae.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;

/**
 * One parameter of the network: its name in the model file, its shape and what it is for.
 *
 * @param name as {@link io.civae.spi.NetworkParameters} has it
 * @param type what it is for
 * @param fanIn inputs of the linear layer it belongs to; 0 for what belongs to none
 * @param shape one or two dimensions, outputs first
 */
record ParameterSpec(String name, Parameter.Type type, int fanIn, Shape shape) {

  static ParameterSpec weight(String layer, int outputs, int inputs) {
    return new ParameterSpec(
        layer + ".weight", Parameter.Type.WEIGHT, inputs, new Shape(outputs, inputs));
  }

  static ParameterSpec bias(String layer, int outputs, int inputs) {
    return new ParameterSpec(layer + ".bias", Parameter.Type.BIAS, inputs, new Shape(outputs));
  }

  static ParameterSpec norm(String name, Parameter.Type type, int width) {
    return new ParameterSpec(name, type, 0, new Shape(width));
  }

  static ParameterSpec logDispersion(String name, int features) {
    return new ParameterSpec(name, Parameter.Type.OTHER, 0, new Shape(features));
  }

  int size() {
    return Math.toIntExact(shape.size());
  }

  /** The shape as {@link io.civae.spi.Tensor} has it. */
  int[] dimensions() {
    return Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray();
  }
}
