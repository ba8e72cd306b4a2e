package io.civae.internal.file;

import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The arrays of a training state under the names that a checkpoint has for them. */
final class CheckpointTensors {

  private static final String START = "epochStart.";
  private static final String PARAMETERS = "parameters/";
  private static final String OPTIMIZER = "optimizer/";
  private static final String BEST = "best.parameters/";

  private static final Set<String> GROUPS =
      Set.of(PARAMETERS, OPTIMIZER, START + PARAMETERS, START + OPTIMIZER, BEST);

  private final Map<String, Tensor> tensors;

  /** Of an archive; {@link #write} makes them. */
  CheckpointTensors(Map<String, Tensor> tensors) {
    this.tensors = tensors;
    for (String name : tensors.keySet()) {
      if (!GROUPS.contains(name.substring(0, name.indexOf('/') + 1))) {
        throw new IllegalArgumentException("tensor " + name + " is not expected");
      }
    }
  }

  static Map<String, Tensor> write(TrainingState state) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(tensors, "", state.current());
    state.epochStart().ifPresent(start -> put(tensors, START, start));
    state.best().map(BestEpoch::parameters).ifPresent(best -> put(tensors, best, BEST));
    return tensors;
  }

  private static void put(Map<String, Tensor> tensors, String prefix, NetworkState network) {
    put(tensors, network.parameters(), prefix + PARAMETERS);
    network.optimizer().forEach((name, tensor) -> tensors.put(prefix + OPTIMIZER + name, tensor));
  }

  private static void put(
      Map<String, Tensor> tensors, NetworkParameters parameters, String prefix) {
    for (String name : parameters.names()) {
      tensors.put(prefix + name, parameters.get(name));
    }
  }

  NetworkState current(long step) {
    return network("", step);
  }

  NetworkState epochStart(long step) {
    return network(START, step);
  }

  NetworkParameters best() {
    return NetworkParameters.of(group(BEST));
  }

  /** Arrays of a part that the manifest does not speak of would be dropped in silence. */
  void checkAbsent(boolean noStart, boolean noBest) {
    for (String name : tensors.keySet()) {
      if ((noStart && name.startsWith(START)) || (noBest && name.startsWith(BEST))) {
        throw new IllegalArgumentException("tensor " + name + " is not expected");
      }
    }
  }

  private NetworkState network(String prefix, long step) {
    return new NetworkState(
        step, NetworkParameters.of(group(prefix + PARAMETERS)), group(prefix + OPTIMIZER));
  }

  private Map<String, Tensor> group(String prefix) {
    Map<String, Tensor> group = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            group.put(name.substring(prefix.length()), tensor);
          }
        });
    return group;
  }
}
