package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Arrays;

/** Makes DJL parameters that start from given values and carry their names in the model file. */
final class ParameterFactory {

  private final NetworkParameters values;

  ParameterFactory(NetworkParameters values) {
    this.values = values;
  }

  Parameter trained(String name, Parameter.Type type) {
    return create(name, type, values.get(name), true);
  }

  Parameter fixed(String name, Parameter.Type type) {
    return create(name, type, values.get(name), false);
  }

  /** A running mean from which a bias has been taken, which does what adding the bias did. */
  Parameter meanLessBias(String mean, String bias) {
    float[] shifted = values.get(mean).values();
    float[] biases = values.get(bias).values();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] -= biases[i];
    }
    return create(mean, Parameter.Type.RUNNING_MEAN, Tensor.of(shifted, shifted.length), false);
  }

  private static Parameter create(
      String name, Parameter.Type type, Tensor tensor, boolean requiresGradient) {
    Shape shape = new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
    // The copy lives in memory the engine aligned for itself; the first array may wrap Java's.
    Initializer initializer =
        (manager, ignoredShape, ignoredType) -> {
          try (NDArray wrapped = manager.create(tensor.values(), shape)) {
            return wrapped.duplicate();
          }
        };
    return Parameter.builder()
        .setName(name)
        .setType(type)
        .optShape(shape)
        .optInitializer(initializer)
        .optRequiresGrad(requiresGradient)
        .build();
  }
}
