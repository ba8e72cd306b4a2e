package io.civae.djl;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The random numbers of one forward pass, as arrays of its scope.
 *
 * @param latent ε, {@code [rows, h]}; null takes the posterior mean
 * @param encoderMasks one for each hidden layer of the encoder, {@code [rows, width]}; empty
 *     without dropout
 * @param decoderMasks likewise for the decoder
 * @param logitMask {@code [rows, k]}; null without dropout
 */
record StepNoise(
    @Nullable NDArray latent,
    List<NDArray> encoderMasks,
    List<NDArray> decoderMasks,
    @Nullable NDArray logitMask) {

  /** Inference: the posterior mean, nothing dropped. */
  static final StepNoise NONE = new StepNoise(null, List.of(), List.of(), null);
}
