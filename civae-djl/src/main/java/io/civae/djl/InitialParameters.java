package io.civae.djl;

import io.civae.CiVaeConfig;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where training starts: weights and biases uniform on ±1/√inputs, normalisation the identity,
 * dispersions 1.
 *
 * <p>Biases that batch normalisation takes away again start, and stay, at 0. So does the
 * discriminator of a plain VAE (β = 0), which is never trained and must answer equal probabilities.
 */
final class InitialParameters {

  private InitialParameters() {}

  static NetworkParameters draw(NetworkLayout layout) {
    return draw(layout.specs(), layout.config());
  }

  static NetworkParameters draw(List<ParameterSpec> specs, CiVaeConfig config) {
    SeededRandom random = SeededRandom.of(config.seed(), RandomStreams.WEIGHTS);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      tensors.put(spec.name(), Tensor.of(values(config, spec, random), spec.dimensions()));
    }
    return NetworkParameters.of(tensors);
  }

  private static float[] values(CiVaeConfig config, ParameterSpec spec, SeededRandom random) {
    float[] values = new float[spec.size()];
    switch (spec.type()) {
      case GAMMA, RUNNING_VAR -> Arrays.fill(values, 1f);
      case BETA, RUNNING_MEAN, OTHER -> Arrays.fill(values, 0f);
      default -> {
        if (!startsAtZero(config, spec)) {
          fillUniform(values, 1 / Math.sqrt(spec.fanIn()), random);
        }
      }
    }
    return values;
  }

  private static boolean startsAtZero(CiVaeConfig config, ParameterSpec spec) {
    if (spec.name().startsWith(NetworkLayout.DISCRIMINATOR)) {
      return config.beta() == 0;
    }
    return NetworkLayout.biasesVanish(config)
        && spec.name().contains(".hidden.")
        && spec.name().endsWith(".bias");
  }

  private static void fillUniform(float[] values, double bound, SeededRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextFloat() - 1) * bound);
    }
  }
}
