package io.civae.spi;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A network and its optimiser after so many steps: with the step number all that the next step
 * depends on, since every random number derives from the seed and the step. Immutable.
 *
 * @param step steps done, from 0
 * @param parameters of the network, running statistics included
 * @param optimizer the optimiser's arrays under names of the backend's own; empty before its first
 *     step
 */
public record NetworkState(long step, NetworkParameters parameters, Map<String, Tensor> optimizer) {

  /**
   * Keeps a copy.
   *
   * @param step steps done
   * @param parameters of the network
   * @param optimizer the optimiser's arrays
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public NetworkState {
    if (step < 0) {
      throw new IllegalArgumentException("step (" + step + ") must be at least 0");
    }
    optimizer = ImmutableMap.copyOf(optimizer);
  }

  /**
   * A network before its first step.
   *
   * @param parameters to start from
   * @return step 0, no optimiser arrays
   */
  public static NetworkState initial(NetworkParameters parameters) {
    return new NetworkState(0, parameters, Map.of());
  }
}
