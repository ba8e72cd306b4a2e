package io.civae.jmh;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network of the library's default widths on 784 features, untrained: its speed is the same. */
final class RandomNetwork {

  static final int FEATURES = 784;
  static final int LATENT = 20;
  static final int CLASSES = 10;

  private static final int[] WIDTHS = {512, 512, 256, 256, 128, 128, 64};

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private RandomNetwork() {}

  static PlainNetwork make() {
    RandomNetwork network = new RandomNetwork();
    int width = FEATURES;
    for (int i = 0; i < WIDTHS.length; i++) {
      network.linear("encoder.hidden." + i, width, WIDTHS[i]);
      width = WIDTHS[i];
    }
    network.linear("encoder.mean", width, LATENT);
    network.linear("encoder.logVariance", width, LATENT);
    width = LATENT;
    for (int i = 0; i < WIDTHS.length; i++) {
      int next = WIDTHS[WIDTHS.length - 1 - i];
      network.linear("decoder.hidden." + i, width, next);
      width = next;
    }
    network.linear("decoder.output", width, FEATURES);
    network.linear("discriminator", LATENT, CLASSES);
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(LATENT)
            .hiddenLayers(WIDTHS)
            .batchNormalization(BatchNormalization.NONE)
            .outputActivation(OutputActivation.SIGMOID)
            .config();
    return new PlainNetwork(config, NetworkParameters.of(network.tensors));
  }

  /** Weights that keep the activations' variance and make about half of them 0. */
  private void linear(String name, int inputs, int outputs) {
    float[] weight = new float[outputs * inputs];
    SeededRandom.of(tensors.size()).fillGaussian(weight);
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) Math.sqrt(2.0 / inputs);
    }
    tensors.put(name + ".weight", Tensor.of(weight, outputs, inputs));
    tensors.put(name + ".bias", Tensor.of(new float[outputs], outputs));
  }

  /** Uniform values in [0, 1), a share of them 0. */
  static float[] values(int count, double zeros) {
    SeededRandom random = SeededRandom.of(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextDouble() < zeros ? 0 : random.nextFloat();
    }
    return values;
  }
}
