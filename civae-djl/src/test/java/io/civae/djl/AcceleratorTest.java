package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.Likelihood;
import io.civae.OutputActivation;
import io.civae.data.LabeledDataset;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engines' forward pass against the oracle, whichever engine the parameters come from. */
final class AcceleratorTest {

  private static final double ROUNDING = 1e-4;

  /** More than two chunks, the last one short. */
  private static final int ROWS = 2_500;

  @OnEveryEngine
  void servesWhatEveryEngineTrained(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 30, 5, 1);
    for (BatchNormalization place : BatchNormalization.values()) {
      CiVaeConfig config =
          Fixtures.small()
              .batchNormalization(place)
              .outputActivation(OutputActivation.SIGMOID)
              .decoderLayers(5, 7, 9)
              .epochs(6)
              .config();
      OnEveryEngine.Source.engines()
          .forEach(trainer -> assertServes(kind, config, Fixtures.train(trainer, config, data), 3));
    }
  }

  @OnEveryEngine
  void servesArbitraryParametersBiasesIncluded(EngineKind kind) {
    for (BatchNormalization place : BatchNormalization.values()) {
      CiVaeConfig config = Fixtures.small().batchNormalization(place).config();
      assertServes(kind, config, arbitrary(config, 5, 4), 4);
    }
  }

  @OnEveryEngine
  void servesNetworksOfCounts(EngineKind kind) {
    for (Likelihood likelihood : Likelihood.values()) {
      if (likelihood.isOfCounts()) {
        CiVaeConfig config = Fixtures.ofCounts(likelihood).config();
        assertServes(kind, config, arbitrary(config, 5, 4), 4);
      }
    }
  }

  @OnEveryEngine
  void servesANetworkWithoutHiddenLayersOrClasses(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().hiddenLayers().config();

    assertServes(kind, config, arbitrary(config, 5, 0), 0);
  }

  /** Of wide rows MXNet takes fewer at once. */
  @OnEveryEngine
  void servesWideRows(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().config();
    assertServes(kind, config, arbitrary(config, 3_000, 4), 4);
  }

  /** Every value drawn at random, variances positive: nothing is left at its initial value. */
  static NetworkParameters arbitrary(CiVaeConfig config, int features, int classes) {
    SeededRandom random = SeededRandom.of(77);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ParameterSpec spec : new NetworkLayout(config, features, classes).specs()) {
      float[] values = new float[spec.size()];
      for (int i = 0; i < values.length; i++) {
        float value = random.nextFloat();
        values[i] = spec.name().endsWith(".variance") ? 0.2f + value : 2 * value - 1;
      }
      tensors.put(spec.name(), Tensor.of(values, spec.dimensions()));
    }
    return NetworkParameters.of(tensors);
  }

  private static void assertServes(
      EngineKind kind, CiVaeConfig config, NetworkParameters parameters, int classes) {
    int features = parameters.get("decoder.output.bias").size();
    float[] x = new float[ROWS * features];
    SeededRandom.of(5).fillGaussian(x);
    Oracle oracle = new Oracle(config, parameters);
    Oracle.Pass expected = oracle.infer(Matrices.of(x, ROWS));
    try (Accelerator accelerator = accelerate(kind, config, parameters)) {
      float[] mean = new float[ROWS * config.latentDim()];
      float[] logVariance = new float[mean.length];
      accelerator.encode(x, ROWS, mean, logVariance);
      Matrices.assertClose(Matrices.of(mean, ROWS), expected.mean(), ROUNDING);
      Matrices.assertClose(Matrices.of(logVariance, ROWS), expected.logVariance(), ROUNDING);

      float[] z = Matrices.rowMajor(expected.latent());
      float[] reconstruction = new float[x.length];
      accelerator.decode(z, ROWS, reconstruction);
      Matrices.assertClose(
          Matrices.of(reconstruction, ROWS), oracle.activate(expected.preActivation()), ROUNDING);

      if (classes > 0) {
        float[] logits = new float[ROWS * classes];
        accelerator.classify(z, ROWS, logits);
        Matrices.assertClose(Matrices.of(logits, ROWS), expected.logits(), ROUNDING);
      }
    }
  }

  private static Accelerator accelerate(
      EngineKind kind, CiVaeConfig config, NetworkParameters parameters) {
    try (Backend backend = DjlBackend.of(kind.engineName()).create()) {
      return backend.accelerate(config, parameters).orElseThrow();
    }
  }

  @OnEveryEngine
  void clampsTheLogVariance(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().latentDim(2).hiddenLayers().config();
    NetworkParameters drawn = arbitrary(config, 5, 0);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    drawn.names().forEach(name -> tensors.put(name, drawn.get(name)));
    tensors.put("encoder.logVariance.bias", Tensor.of(new float[] {-100, 100}, 2));
    float[] logVariance = new float[2];

    try (Accelerator accelerator = accelerate(kind, config, NetworkParameters.of(tensors))) {
      accelerator.encode(new float[5], 1, new float[2], logVariance);
    }

    assertThat(logVariance).containsExactly(-16f, 8f);
  }

  @OnEveryEngine
  void repeatsBitForBitAndClosesTwice(EngineKind kind) {
    CiVaeConfig config = Fixtures.small().config();
    float[] z = new float[3_000 * config.latentDim()];
    SeededRandom.of(6).fillGaussian(z);
    float[] first = new float[3_000 * 5];
    float[] second = new float[first.length];

    Accelerator accelerator = accelerate(kind, config, arbitrary(config, 5, 2));
    accelerator.decode(z, 3_000, first);
    accelerator.decode(z, 3_000, second);
    accelerator.close();
    accelerator.close();

    assertThat(second).isEqualTo(first);
  }

  @OnEveryEngine
  void servesManyThreadsAtOnce(EngineKind kind) throws Exception {
    CiVaeConfig config = Fixtures.small().config();
    float[] z = new float[1_500 * config.latentDim()];
    SeededRandom.of(6).fillGaussian(z);
    float[] expected = new float[1_500 * 5];
    var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
    try (Accelerator accelerator = accelerate(kind, config, arbitrary(config, 5, 2))) {
      accelerator.decode(z, 1_500, expected);
      var results = new java.util.ArrayList<java.util.concurrent.Future<float[]>>();
      for (int i = 0; i < 8; i++) {
        results.add(
            pool.submit(
                () -> {
                  float[] target = new float[expected.length];
                  accelerator.decode(z, 1_500, target);
                  return target;
                }));
      }
      for (var result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdown();
    }
  }
}
