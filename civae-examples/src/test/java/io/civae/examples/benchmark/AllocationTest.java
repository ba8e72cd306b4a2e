package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the forward pass to its promise of reused buffers, which wall time cannot do. */
class AllocationTest {

  private static final int FEATURES = 100;
  private static final int LATENT = 4;

  /** The activations of one row alone would take about 1,000. */
  private static final long BYTES_PER_CALL = 400;

  private static final int CALLS = 300;

  private final CiVaeConfig config =
      CiVae.builder()
          .latentDim(LATENT)
          .hiddenLayers(50, 30)
          .batchNormalization(BatchNormalization.NONE)
          .outputActivation(OutputActivation.SIGMOID)
          .config();
  private final PlainNetwork network = new PlainNetwork(config, parameters());

  private static NetworkParameters parameters() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    linear(tensors, "encoder.hidden.0", FEATURES, 50);
    linear(tensors, "encoder.hidden.1", 50, 30);
    linear(tensors, "encoder.mean", 30, LATENT);
    linear(tensors, "encoder.logVariance", 30, LATENT);
    linear(tensors, "decoder.hidden.0", LATENT, 30);
    linear(tensors, "decoder.hidden.1", 30, 50);
    linear(tensors, "decoder.output", 50, FEATURES);
    linear(tensors, "discriminator", LATENT, 3);
    return NetworkParameters.of(tensors);
  }

  private static void linear(Map<String, Tensor> tensors, String name, int inputs, int outputs) {
    float[] weight = new float[outputs * inputs];
    SeededRandom.of(inputs, outputs).fillGaussian(weight);
    tensors.put(name + ".weight", Tensor.of(weight, outputs, inputs));
    tensors.put(name + ".bias", Tensor.of(new float[outputs], outputs));
  }

  /** Bytes that a call takes, once what is kept has been made. */
  private static long bytesPerCall(Runnable call) {
    com.sun.management.ThreadMXBean threads =
        ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
    assumeTrue(
        threads != null && threads.isThreadAllocatedMemorySupported(),
        "this JVM does not count what a thread allocates");
    call.run();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return (threads.getThreadAllocatedBytes(id) - before) / CALLS;
  }

  private void assertAllocatesNoRow(int rows) {
    float[] x = new float[rows * FEATURES];
    float[] mean = new float[rows * LATENT];
    float[] logVariance = new float[rows * LATENT];
    float[] logits = new float[rows * 3];
    assertThat(bytesPerCall(() -> network.encode(x, rows, mean, logVariance)))
        .isLessThan(BYTES_PER_CALL);
    assertThat(bytesPerCall(() -> network.decode(mean, rows, x))).isLessThan(BYTES_PER_CALL);
    assertThat(bytesPerCall(() -> network.classify(mean, rows, logits))).isLessThan(BYTES_PER_CALL);
  }

  @Test
  void allocatesNothingForARow() {
    assertAllocatesNoRow(1);
  }

  @Test
  void allocatesNothingForTheRowsOfABlock() {
    assertAllocatesNoRow(64);
  }

  /** What users call for a single row: its result and little else, though it is scaled. */
  @Test
  void allocatesTheResultOfASingleRowAlone() {
    int features = 300;
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {20, 20}, features, 3L);
    CiVae ciVae =
        CiVae.builder()
            .latentDim(LATENT)
            .scaling(Scaling.STANDARD)
            .backend(new FakeBackend())
            .build();
    try (CiVaeModel model = ciVae.fit(data)) {
      float[] x = data.observation(0);
      float[] z = model.encoder().mean(x);
      assertThat(bytesPerCall(() -> model.encoder().mean(x))).isLessThan(BYTES_PER_CALL);
      assertThat(bytesPerCall(() -> model.decoder().decode(z)))
          .isLessThan(4L * features + BYTES_PER_CALL);
    }
  }
}
