package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.assertj.core.data.Offset;

final class AdamOptimizerTest {

  private static final float[] START = {0.5f, -1, 2, 0};
  private static final float[][] GRADIENTS = {
    {1, -2, 1e-3f, 0}, {0.5f, 3, -1e-3f, 0}, {-4, 0.1f, 1e-5f, 0}
  };

  @OnEveryEngine
  void followsTheFormulaWithWeightDecay(EngineKind kind) {
    Engine engine = Fixtures.engine(kind);
    float[] actual;
    try (NDManager session = engine.newBaseManager()) {
      Parameter parameter =
          Parameter.builder()
              .setName("w")
              .setType(Parameter.Type.WEIGHT)
              .optShape(new Shape(START.length))
              .optInitializer((manager, shape, type) -> manager.create(START))
              .build();
      parameter.initialize(session, DataType.FLOAT32);
      AdamOptimizer optimizer = new AdamOptimizer(List.of(parameter), 0.01, session);
      for (int step = 0; step < GRADIENTS.length; step++) {
        try (NDManager scope = session.newSubManager()) {
          NDArray slope = scope.create(GRADIENTS[step]);
          try (GradientCollector collector = engine.newGradientCollector()) {
            collector.backward(slope.mul(parameter.getArray()).sum());
          }
          optimizer.update(0.1 / (step + 1), scope);
        }
      }
      actual = parameter.getArray().toFloatArray();
    }

    for (int i = 0; i < START.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected(i), Offset.offset(2e-6));
    }
  }

  private static double expected(int index) {
    double weight = START[index];
    double mean = 0;
    double variance = 0;
    for (int t = 1; t <= GRADIENTS.length; t++) {
      double gradient = GRADIENTS[t - 1][index] + 0.01 * weight;
      mean = 0.9 * mean + 0.1 * gradient;
      variance = 0.999 * variance + 0.001 * gradient * gradient;
      double correctedMean = mean / (1 - Math.pow(0.9, t));
      double correctedVariance = variance / (1 - Math.pow(0.999, t));
      weight -= 0.1 / t * correctedMean / (Math.sqrt(correctedVariance) + 1e-8);
    }
    return weight;
  }
}
