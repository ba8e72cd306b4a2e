import io.civae.BatchNormalization;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.djl.DjlBackend;
import io.civae.internal.network.PlainNetwork;
import io.civae.spi.Accelerator;
import io.civae.spi.NetworkParameters;
import io.civae.spi.SeededRandom;
import io.civae.spi.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From how many rows on an engine is faster than plain Java: times both on the same call, in turn,
 * and prints the ratio plain / engine as Markdown; above 1 the engine is faster.
 *
 * <p>{@code OMP_NUM_THREADS=2 java -cp civae-examples/target/civae-examples.jar
 * benchmarks/Crossover.java MXNet}
 */
final class Crossover {

  private static final int FEATURES = 784;
  private static final int LATENT = 20;
  private static final int[] WIDTHS = {512, 512, 256, 256, 128, 128, 64};
  private static final double BLANK_PIXELS = 0.81;

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  public static void main(String[] args) {
    new Crossover().run(args[0]);
    // Engines leave threads behind.
    System.exit(0);
  }

  private void run(String engine) {
    stack("encoder", FEATURES, WIDTHS);
    linear("encoder.mean", WIDTHS[6], LATENT);
    linear("encoder.logVariance", WIDTHS[6], LATENT);
    stack("decoder", LATENT, new int[] {64, 128, 128, 256, 256, 512, 512});
    linear("decoder.output", WIDTHS[0], FEATURES);
    linear("discriminator", LATENT, 10);
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(LATENT)
            .hiddenLayers(WIDTHS)
            .batchNormalization(BatchNormalization.NONE)
            .outputActivation(OutputActivation.SIGMOID)
            .device("cpu")
            .config();
    NetworkParameters parameters = NetworkParameters.of(tensors);
    Accelerator plain = new PlainNetwork(config, parameters);
    Accelerator accelerator =
        DjlBackend.of(engine).create().accelerate(config, parameters).orElseThrow();
    System.out.println(
        "| " + engine + ", rows | encode | encode, 81 % zeros | decode |\n|---|---|---|---|");
    for (int power = 0; power <= 12; power++) {
      int rows = 1 << power;
      float[] dense = values(rows * FEATURES, 0);
      float[] pixels = values(rows * FEATURES, BLANK_PIXELS);
      float[] z = values(rows * LATENT, 0);
      System.out.printf(
          "| %d | %s | %s | %s |%n",
          rows,
          ratio(plain, accelerator, rows, network -> encode(network, dense, rows)),
          ratio(plain, accelerator, rows, network -> encode(network, pixels, rows)),
          ratio(
              plain,
              accelerator,
              rows,
              network -> network.decode(z, rows, new float[rows * FEATURES])));
    }
  }

  private static void encode(Accelerator network, float[] x, int rows) {
    network.encode(x, rows, new float[rows * LATENT], new float[rows * LATENT]);
  }

  private interface Call {
    void on(Accelerator network);
  }

  private static String ratio(Accelerator plain, Accelerator engine, int rows, Call call) {
    int runs = Math.max(9, 1024 / rows);
    double[] ratios = new double[runs];
    double[] times = new double[runs];
    for (int i = -runs / 2; i < runs; i++) {
      long start = System.nanoTime();
      call.on(plain);
      long middle = System.nanoTime();
      call.on(engine);
      long end = System.nanoTime();
      if (i >= 0) {
        times[i] = (middle - start) / 1e3 / rows;
        ratios[i] = (middle - start) / (double) (end - middle);
      }
    }
    Arrays.sort(ratios);
    Arrays.sort(times);
    return String.format(
        "%.2f (%.2f–%.2f), plain %.0f µs a row",
        ratios[runs / 2], ratios[runs / 10], ratios[runs - 1 - runs / 10], times[runs / 2]);
  }

  private void stack(String part, int inputs, int[] widths) {
    int width = inputs;
    for (int i = 0; i < widths.length; i++) {
      linear(part + ".hidden." + i, width, widths[i]);
      width = widths[i];
    }
  }

  private void linear(String name, int inputs, int outputs) {
    float[] weight = new float[outputs * inputs];
    SeededRandom.of(tensors.size()).fillGaussian(weight);
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) Math.sqrt(2.0 / inputs);
    }
    tensors.put(name + ".weight", Tensor.of(weight, outputs, inputs));
    tensors.put(name + ".bias", Tensor.of(new float[outputs], outputs));
  }

  private static float[] values(int count, double zeros) {
    SeededRandom random = SeededRandom.of(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextDouble() < zeros ? 0 : random.nextFloat();
    }
    return values;
  }
}
