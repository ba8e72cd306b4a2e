package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.BiFunction;
import org.assertj.core.data.Offset;

final class AdamTest {

  private static final float[] START = {0.5f, -1, 2, 0};
  private static final float[][] GRADIENTS = {
    {1, -2, 1e-3f, 0}, {0.5f, 3, -1e-3f, 0}, {-4, 0.1f, 1e-5f, 0}
  };

  /** Above the length of the first gradient over all values, 316; below the others, 430 and 566. */
  private static final double LIMIT = 350;

  /** More than two blocks of shared memory, the last one short. */
  private static final int SIZE = 80_000;

  @OnEveryEngine
  void chosenWayFollowsTheFormulaWithWeightDecay(EngineKind kind) {
    assertFollowsFormula(kind, 0, (parameters, session) -> Adam.of(parameters, 0.01, 0, session));
  }

  @OnEveryEngine
  void enginesOwnUpdateFollowsTheFormulaWithWeightDecay(EngineKind kind) {
    assertFollowsFormula(
        kind, 0, (parameters, session) -> new EngineAdam(parameters, 0.01, 0, session));
  }

  @OnEveryEngine
  void chosenWayShortensGradientsThatAreTooLong(EngineKind kind) {
    assertFollowsFormula(
        kind, LIMIT, (parameters, session) -> Adam.of(parameters, 0.01, LIMIT, session));
  }

  @OnEveryEngine
  void enginesOwnUpdateShortensGradientsThatAreTooLong(EngineKind kind) {
    assertFollowsFormula(
        kind, LIMIT, (parameters, session) -> new EngineAdam(parameters, 0.01, LIMIT, session));
  }

  @OnEveryEngine
  void aLimitThatNoGradientReachesChangesNoBit(EngineKind kind) {
    assertThat(updated(kind, (parameters, session) -> Adam.of(parameters, 0.01, 1e9, session)))
        .isEqualTo(updated(kind, (parameters, session) -> Adam.of(parameters, 0.01, 0, session)));
  }

  @OnEveryEngine
  void memoryIsSharedOnPyTorchOnly(EngineKind kind) {
    try (NDManager session = Fixtures.engine(kind).newBaseManager(Device.cpu())) {
      NDArray array = session.create(START);

      assertThat(SharedMemory.isSharedBy(array)).isEqualTo(kind == EngineKind.PYTORCH);
      assertThat(array.toFloatArray()).isEqualTo(START);
    }
  }

  private static void assertFollowsFormula(
      EngineKind kind, double limit, BiFunction<List<Parameter>, NDManager, Adam> adamOf) {
    float[] actual = updated(kind, adamOf);

    for (int i = 0; i < SIZE; i++) {
      assertThat((double) actual[i])
          .isCloseTo(expected(i % START.length, limit), Offset.offset(2e-6));
    }
  }

  /** Two parameters of half the size, which share the limit. */
  private static float[] updated(
      EngineKind kind, BiFunction<List<Parameter>, NDManager, Adam> adamOf) {
    Engine engine = Fixtures.engine(kind);
    float[] actual;
    try (NDManager session = engine.newBaseManager(Device.cpu())) {
      List<Parameter> parameters = List.of(parameter("a", session), parameter("b", session));
      Adam adam = adamOf.apply(parameters, session);
      for (int step = 0; step < GRADIENTS.length; step++) {
        try (NDManager scope = session.newSubManager()) {
          NDArray slope = scope.create(repeated(GRADIENTS[step]));
          try (GradientCollector collector = engine.newGradientCollector()) {
            NDArray first = slope.mul(parameters.get(0).getArray()).sum();
            collector.backward(first.add(slope.mul(parameters.get(1).getArray()).sum()));
          }
          adam.update(0.1 / (step + 1), scope);
        }
      }
      actual = joined(parameters);
    }
    return actual;
  }

  private static Parameter parameter(String name, NDManager session) {
    Parameter parameter =
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.WEIGHT)
            .optShape(new Shape(SIZE / 2))
            .optInitializer((manager, shape, type) -> manager.create(repeated(START)))
            .build();
    parameter.initialize(session, DataType.FLOAT32);
    return parameter;
  }

  private static float[] joined(List<Parameter> parameters) {
    float[] values = new float[SIZE];
    for (int p = 0; p < 2; p++) {
      float[] half = parameters.get(p).getArray().toFloatArray();
      System.arraycopy(half, 0, values, p * SIZE / 2, SIZE / 2);
    }
    return values;
  }

  private static float[] repeated(float[] pattern) {
    float[] values = new float[SIZE / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = pattern[i % pattern.length];
    }
    return values;
  }

  private static double expected(int index, double limit) {
    double weight = START[index];
    double mean = 0;
    double variance = 0;
    for (int t = 1; t <= GRADIENTS.length; t++) {
      double squares = 0;
      for (double value : GRADIENTS[t - 1]) {
        squares += value * value * SIZE / START.length;
      }
      double shortened = limit == 0 ? 1 : Math.min(1, limit / Math.sqrt(squares));
      double gradient = shortened * GRADIENTS[t - 1][index] + 0.01 * weight;
      mean = 0.9 * mean + 0.1 * gradient;
      variance = 0.999 * variance + 0.001 * gradient * gradient;
      double correctedMean = mean / (1 - Math.pow(0.9, t));
      double correctedVariance = variance / (1 - Math.pow(0.999, t));
      weight -= 0.1 / t * correctedMean / (Math.sqrt(correctedVariance) + 1e-8);
    }
    return weight;
  }
}
