package io.civae.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block's parameters in memory that MXNet and Java share, and the passes over them. The block has
 * their values when they are {@link #publish}ed.
 */
final class ExplicitNetwork {

  private final CiVaeConfig config;
  private final NDManager session;
  private final List<Parameter> parameters;
  private final Map<String, NetworkArray> arrays = new LinkedHashMap<>();
  private final Map<String, NormArrays> norms = new HashMap<>();

  /** Batches of an epoch differ by at most one row, so there are at most two sizes. */
  private final Map<Integer, ExplicitPass> passes = new HashMap<>();

  ExplicitNetwork(CiVaeConfig config, CiVaeBlock block, NDManager session) {
    this.config = config;
    this.session = session;
    parameters = List.copyOf(block.getParameters().values());
    Map<String, Parameter> running = new HashMap<>();
    for (Parameter parameter : parameters) {
      switch (parameter.getType()) {
        case RUNNING_MEAN, RUNNING_VAR -> running.put(parameter.getName(), parameter);
        case WEIGHT -> arrays.put(parameter.getName(), NetworkArray.matrix(parameter, session));
        default -> arrays.put(parameter.getName(), NetworkArray.vector(parameter));
      }
    }
    for (String mean : running.keySet()) {
      if (mean.endsWith(".mean")) {
        String name = mean.substring(0, mean.length() - ".mean".length());
        norms.put(
            name,
            new NormArrays(
                array(name + ".scale"),
                array(name + ".shift"),
                found(running.get(mean), mean),
                found(running.get(name + ".variance"), name)));
      }
    }
  }

  /** Whether the arrays of a block are where Java can work on them: on a processor, in MXNet. */
  static boolean covers(CiVaeBlock block) {
    return block.getParameters().values().stream()
        .limit(1)
        .allMatch(parameter -> MxnetMemory.isShared(parameter.getArray()));
  }

  /** Adam over these arrays. */
  Adam optimizer() {
    List<Parameter> trained = parameters.stream().filter(Parameter::requiresGradient).toList();
    return new SharedMemoryAdam(
        trained,
        parameter -> array(parameter.getName()),
        config.weightDecay(),
        config.gradientClipping());
  }

  /** The gradient that the last pass left for a parameter, row after row. */
  float[] gradient(String name) {
    NetworkArray array = array(name);
    array.takeGradient(session);
    float[] copy = new float[array.gradient().capacity()];
    array.gradient().get(0, copy, 0, copy.length);
    return copy;
  }

  /** Hands all values to the block's parameters. */
  void publish() {
    arrays.values().forEach(NetworkArray::publish);
    norms.values().forEach(NormArrays::publish);
  }

  ExplicitPass passOf(int rows) {
    return passes.computeIfAbsent(rows, this::newPass);
  }

  private ExplicitPass newPass(int rows) {
    int columns = array(firstWeight()).matrix().columns();
    EngineMatrix features = new EngineMatrix(session, rows, columns);
    List<HiddenPass> encoder =
        hidden(NetworkLayout.ENCODER, config.hiddenLayers().length, features, false, rows);
    EngineMatrix encoded = last(encoder, features);
    LatentPass latent =
        new LatentPass(
            linear(NetworkLayout.MEAN, encoded, rows, true),
            bias(NetworkLayout.MEAN),
            linear(NetworkLayout.LOG_VARIANCE, encoded, rows, true),
            bias(NetworkLayout.LOG_VARIANCE),
            rows,
            session);
    List<HiddenPass> decoder =
        hidden(NetworkLayout.DECODER, config.decoderLayers().length, latent.latent(), true, rows);
    return new ExplicitPass(
        config,
        features,
        encoder,
        latent,
        decoder,
        observation(last(decoder, latent.latent()), rows),
        discriminator(latent.latent(), rows));
  }

  private String firstWeight() {
    return (config.hiddenLayers().length == 0
            ? NetworkLayout.MEAN
            : NetworkLayout.hidden(NetworkLayout.ENCODER, 0))
        + ".weight";
  }

  private static EngineMatrix last(List<HiddenPass> layers, EngineMatrix input) {
    return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
  }

  private List<HiddenPass> hidden(
      String part, int depth, EngineMatrix input, boolean ofInput, int rows) {
    float keptScale = new DropoutMask(config.dropout()).keptScale();
    boolean normFirst = config.batchNormalization() == BatchNormalization.BEFORE_ACTIVATION;
    List<HiddenPass> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      String name = NetworkLayout.hidden(part, i);
      layers.add(
          new HiddenPass(
              linear(name, last(layers, input), rows, ofInput || i > 0),
              normFirst ? null : bias(name),
              norms.get(name + ".norm"),
              keptScale,
              rows,
              session));
    }
    return layers;
  }

  private ObservationPass observation(EngineMatrix decoded, int rows) {
    LinearPass output = linear(NetworkLayout.OUTPUT, decoded, rows, true);
    Likelihood likelihood = config.likelihood();
    if (!likelihood.isOfCounts()) {
      return new ReconstructionPass(output, bias(NetworkLayout.OUTPUT), config, rows);
    }
    List<LinearPass> heads = new ArrayList<>(List.of(output));
    List<NetworkArray> biases = new ArrayList<>(List.of(bias(NetworkLayout.OUTPUT)));
    if (NetworkLayout.hasAddedZeros(config)) {
      heads.add(linear(NetworkLayout.ZERO, decoded, rows, true));
      biases.add(bias(NetworkLayout.ZERO));
    }
    return new CountPass(heads, biases, array(NetworkLayout.DISPERSION), likelihood, rows);
  }

  private @Nullable DiscriminatorPass discriminator(EngineMatrix latent, int rows) {
    return arrays.containsKey(NetworkLayout.DISCRIMINATOR + ".bias")
        ? new DiscriminatorPass(
            linear(NetworkLayout.DISCRIMINATOR, latent, rows, true),
            bias(NetworkLayout.DISCRIMINATOR),
            config.beta(),
            rows)
        : null;
  }

  private LinearPass linear(String name, EngineMatrix input, int rows, boolean ofInput) {
    return new LinearPass(array(name + ".weight"), input, rows, ofInput, session);
  }

  private NetworkArray bias(String name) {
    return array(name + ".bias");
  }

  private NetworkArray array(String name) {
    return found(arrays.get(name), name);
  }

  private static <T> T found(@Nullable T value, String name) {
    return Objects.requireNonNull(value, name);
  }
}
