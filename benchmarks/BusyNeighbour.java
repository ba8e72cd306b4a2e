import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackend;
import io.civae.spi.SeededRandom;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One training with the library's default threads: after a warm-up some steps alone, then as many
 * beside a process that keeps a processor busy. Prints the mean of both in milliseconds, with a tab
 * between them.
 *
 * <p>{@code java -cp civae-examples/target/civae-examples.jar benchmarks/BusyNeighbour.java MXNet 40}
 */
final class BusyNeighbour implements TrainingListener {

  private static final int FEATURES = 784;
  private static final int BATCH = 512;
  private static final int BATCHES = 10;
  private static final int[] WIDTHS = {512, 512, 256, 256, 128, 128, 64};

  /** A fresh JVM compiles until then. */
  private static final int WARM_UP = 300;

  /** Steps in which the neighbour begins. */
  private static final int ARRIVAL = 10;

  private static final double NANOS_PER_MILLI = 1e6;

  private final int steps;
  private long start;
  private double alone;
  private double beside;

  private BusyNeighbour(int steps) {
    this.steps = steps;
  }

  public static void main(String[] args) {
    BusyNeighbour measured = new BusyNeighbour(Integer.parseInt(args[1]));
    int all = WARM_UP + 2 * measured.steps + ARRIVAL;
    CiVae ciVae =
        CiVae.builder()
            .hiddenLayers(WIDTHS)
            .latentDim(20)
            .dropout(0.02)
            .batchSize(BATCH)
            .epochs((all + BATCHES - 1) / BATCHES)
            .device("cpu")
            .backend(DjlBackend.of(args[0]))
            .build();
    try (CiVaeModel model = ciVae.fit(data(), null, measured)) {
      System.out.printf("%.3f\t%.3f%n", measured.alone, measured.beside);
    }
    // Engines leave threads behind.
    System.exit(0);
  }

  private static LabeledDataset data() {
    SeededRandom random = SeededRandom.of(1);
    float[] x = new float[BATCHES * BATCH * FEATURES];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    int[] labels = new int[BATCHES * BATCH];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 10;
    }
    return LabeledDataset.of(FeatureMatrix.ofRowMajor(x, labels.length, FEATURES), labels);
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    long step = progress.step();
    if (step == WARM_UP || step == WARM_UP + steps + ARRIVAL) {
      start = System.nanoTime();
    } else if (step == WARM_UP + steps) {
      alone = sinceStart();
      launch();
    } else if (step == WARM_UP + 2L * steps + ARRIVAL) {
      beside = sinceStart();
    }
  }

  private double sinceStart() {
    return (System.nanoTime() - start) / NANOS_PER_MILLI / steps;
  }

  /** Whatever ends this JVM ends the neighbour too. */
  private static void launch() {
    try {
      Process neighbour = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
      Runtime.getRuntime().addShutdownHook(new Thread(neighbour::destroyForcibly));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
