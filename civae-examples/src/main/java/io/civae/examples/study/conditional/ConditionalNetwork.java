package io.civae.examples.study.conditional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.djl.CiVaeBlock;
import io.civae.djl.CiVaeLoss;
import io.civae.spi.NetworkParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The library's encoder over d + k inputs and its decoder over h + k: each the part of a network
 * whose other part lies idle.
 */
final class ConditionalNetwork {

  private final CiVaeConfig config;
  private final int classes;
  private final CiVaeBlock encoderOwner;
  private final CiVaeBlock decoderOwner;
  private final Block encoder;
  private final Block decoder;
  private final CiVaeLoss loss;

  ConditionalNetwork(CiVaeConfig config, int features, int classes, NDManager session) {
    this.config = config;
    this.classes = classes;
    encoderOwner = CiVaeBlock.untrained(config, features + classes, 0);
    CiVaeConfig wider = config.toBuilder().latentDim(config.latentDim() + classes).config();
    decoderOwner = CiVaeBlock.untrained(wider, features, 0);
    long rows = config.batchSize();
    encoderOwner.initialize(session, DataType.FLOAT32, new Shape(rows, (long) features + classes));
    decoderOwner.initialize(session, DataType.FLOAT32, new Shape(rows, features));
    encoder = encoderOwner.getChildren().valueAt(0);
    decoder = decoderOwner.getChildren().valueAt(1);
    // The decoder block answers after its activation, so the loss must not apply one.
    loss = CiVaeLoss.of(config.toBuilder().outputActivation(OutputActivation.LINEAR).config());
  }

  /** The parameters a step moves. */
  List<Parameter> trained() {
    List<Parameter> parameters = new ArrayList<>();
    for (Block part : List.of(encoder, decoder)) {
      part.getParameters().values().stream()
          .filter(Parameter::requiresGradient)
          .forEach(parameters::add);
    }
    return parameters;
  }

  /** The terms of a batch; no Java number is an operand, see {@link CiVaeLoss}. */
  Terms terms(ParameterStore store, ConditionalBatch batch, double alpha, NDManager scope) {
    NDArray x = batch.observations(scope);
    NDList posterior =
        encoder.forward(store, new NDList(batch.observationsWithClasses(scope)), true);
    NDArray mean = posterior.get(0);
    NDArray logVariance = posterior.get(1);
    NDArray z = mean;
    if (config.sampling()) {
      z = mean.add(logVariance.exp().sqrt().mul(batch.noise(scope)));
    }
    NDArray told = z.concat(batch.classes(scope), 1);
    NDArray made = decoder.forward(store, new NDList(told), true).singletonOrThrow();
    NDArray reconstruction = loss.reconstruction(made, x);
    NDArray divergence = loss.klDivergence(mean, logVariance);
    return new Terms(
        reconstruction,
        divergence,
        reconstruction.add(divergence.mul(scope.create((float) alpha))));
  }

  /** An ordinary network for each class. */
  List<NetworkParameters> parametersByClass() {
    NetworkParameters encoding = encoderOwner.networkParameters();
    NetworkParameters decoding = decoderOwner.networkParameters();
    List<NetworkParameters> byClass = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      byClass.add(ClassFolding.fold(encoding, decoding, classes, c));
    }
    return byClass;
  }

  /** Scalars of a batch. */
  record Terms(NDArray reconstruction, NDArray divergence, NDArray total) {}
}
