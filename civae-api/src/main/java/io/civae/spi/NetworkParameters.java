package io.civae.spi;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a trained CI-VAE by name, the same for every engine. Immutable.
 *
 * <p>With d features, latent size h, k classes and layer widths w, weights are {@code
 * [outputs][inputs]}:
 *
 * <table>
 * <caption>Names and shapes</caption>
 * <tr><th>name</th><th>shape</th></tr>
 * <tr><td>{@code encoder.hidden.I.weight}, {@code decoder.hidden.I.weight}, I from 0</td><td>[w_I][w_{I−1}]</td></tr>
 * <tr><td>{@code ….hidden.I.bias}</td><td>[w_I]</td></tr>
 * <tr><td>{@code ….hidden.I.norm.scale}, {@code .shift}, {@code .mean}, {@code .variance}: batch
 *     normalisation, mean and variance being the running statistics; absent without it</td><td>[w_I]</td></tr>
 * <tr><td>{@code encoder.mean.weight}, {@code encoder.logVariance.weight}</td><td>[h][w_last]</td></tr>
 * <tr><td>{@code encoder.mean.bias}, {@code encoder.logVariance.bias}</td><td>[h]</td></tr>
 * <tr><td>{@code decoder.output.weight}, {@code decoder.output.bias}</td><td>[d][w_last], [d]</td></tr>
 * <tr><td>{@code decoder.dispersion}: log θ; with a likelihood of counts only, see {@link
 *     CountLikelihood}</td><td>[d]</td></tr>
 * <tr><td>{@code decoder.zero.weight}, {@code decoder.zero.bias}: beside the output layer, the logits
 *     of added zeros; with a zero-inflated likelihood only</td><td>[d][w_last], [d]</td></tr>
 * <tr><td>{@code discriminator.weight}, {@code discriminator.bias}; absent without classes</td><td>[k][h], [k]</td></tr>
 * </table>
 *
 * <p>Batch normalisation is {@code (a − mean) / √(variance + ε) · scale + shift} with ε = {@link
 * #NORM_EPSILON}. The log-variance head is clamped to [{@link #MIN_LOG_VARIANCE}, {@link
 * #MAX_LOG_VARIANCE}].
 */
public final class NetworkParameters {

  /** ε of batch normalisation. */
  public static final float NORM_EPSILON = 1e-5f;

  /** The lowest log σ² a network may answer: σ = e^−8 ≈ 3.4e-4. */
  public static final float MIN_LOG_VARIANCE = -16f;

  /** The highest log σ² a network may answer: σ = e^4 ≈ 55. */
  public static final float MAX_LOG_VARIANCE = 8f;

  private final ImmutableMap<String, Tensor> tensors;

  private NetworkParameters(ImmutableMap<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * Parameters by name.
   *
   * @param tensors in any order
   * @return the parameters
   */
  public static NetworkParameters of(Map<String, Tensor> tensors) {
    return new NetworkParameters(ImmutableMap.copyOf(tensors));
  }

  /**
   * The names.
   *
   * @return an immutable set in the order given
   */
  public Set<String> names() {
    return tensors.keySet();
  }

  /**
   * Whether there is such a parameter.
   *
   * @param name its name
   * @return true when there is
   */
  public boolean contains(String name) {
    return tensors.containsKey(name);
  }

  /**
   * One parameter.
   *
   * @param name its name
   * @return its values
   * @throws IllegalArgumentException if there is none of this name
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return tensor;
  }

  /**
   * How many hidden layers a part has.
   *
   * @param part {@code "encoder"}, {@code "decoder"} or {@code "classifier"}
   * @return the number of consecutive {@code part.hidden.I.weight} from I = 0
   */
  public int hiddenLayers(String part) {
    int count = 0;
    while (contains(part + ".hidden." + count + ".weight")) {
      count++;
    }
    return count;
  }

  /**
   * Whether names, shapes and values are the same, bit for bit.
   *
   * @param other anything
   * @return true when equal
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkParameters that && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }

  @Override
  public String toString() {
    return "NetworkParameters" + tensors;
  }
}
