package io.civae.djl;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.spi.NetworkParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network for inference: nothing but linear layers with ReLU between them.
 *
 * @param encoder the last layer gives h means, then h log-variances not yet clamped
 * @param decoder the last layer gives d values before the output activation
 * @param activation what the decoder ends in; before {@link OutputActivation#SOFTMAX} the d values
 *     may be followed by as many logits of added zeros
 * @param discriminator one layer, or none without classes
 */
record FoldedNetwork(
    List<FoldedLinear> encoder,
    List<FoldedLinear> decoder,
    OutputActivation activation,
    List<FoldedLinear> discriminator) {

  static FoldedNetwork of(CiVaeConfig config, NetworkParameters parameters) {
    NetworkLayout layout = NetworkLayout.of(config, parameters);
    FoldedLinear heads =
        FoldedLinear.of(parameters, NetworkLayout.MEAN)
            .beside(FoldedLinear.of(parameters, NetworkLayout.LOG_VARIANCE));
    FoldedLinear output = FoldedLinear.of(parameters, NetworkLayout.OUTPUT);
    if (NetworkLayout.hasAddedZeros(config)) {
      output = output.beside(FoldedLinear.of(parameters, NetworkLayout.ZERO));
    }
    return new FoldedNetwork(
        fold(config, parameters, NetworkLayout.ENCODER, config.hiddenLayers().length, heads),
        fold(config, parameters, NetworkLayout.DECODER, config.decoderLayers().length, output),
        config.outputActivation(),
        layout.classCount() == 0
            ? List.of()
            : List.of(FoldedLinear.of(parameters, NetworkLayout.DISCRIMINATOR)));
  }

  private static List<FoldedLinear> fold(
      CiVaeConfig config, NetworkParameters parameters, String part, int depth, FoldedLinear last) {
    boolean before = config.batchNormalization() == BatchNormalization.BEFORE_ACTIVATION;
    boolean after = config.batchNormalization() == BatchNormalization.AFTER_ACTIVATION;
    List<FoldedLinear> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      FoldedLinear linear = FoldedLinear.of(parameters, NetworkLayout.hidden(part, i));
      if (before) {
        linear = linear.then(norm(parameters, part, i));
      } else if (after && i > 0) {
        linear = linear.after(norm(parameters, part, i - 1));
      }
      layers.add(linear);
    }
    layers.add(after && depth > 0 ? last.after(norm(parameters, part, depth - 1)) : last);
    return layers;
  }

  private static Affine norm(NetworkParameters parameters, String part, int layer) {
    return Affine.of(parameters, NetworkLayout.hidden(part, layer) + ".norm");
  }
}
