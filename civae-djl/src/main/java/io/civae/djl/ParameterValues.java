package io.civae.djl;

import ai.djl.nn.Parameter;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies parameters out of the engine. */
final class ParameterValues {

  private ParameterValues() {}

  /** All that the specs name, in their order; what the engine lacks is 0. */
  static NetworkParameters read(Collection<Parameter> parameters, List<ParameterSpec> specs) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      values.put(parameter.getName(), parameter.getArray().toFloatArray());
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      // A bias that is not trained is without effect, whatever its value.
      float[] array = values.getOrDefault(spec.name(), new float[spec.size()]);
      tensors.put(spec.name(), Tensor.of(array, spec.dimensions()));
    }
    return NetworkParameters.of(tensors);
  }
}
