package io.civae.jmh;

import io.civae.spi.SeededRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The random numbers of a training step, which are drawn in Java for every engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NoiseBenchmark {

  private static final long SEED = 7;

  /** Rows of a batch. */
  @Param({"128", "512"})
  public int rows;

  private float[] noise;
  private int[] order;
  private long step;

  /** Makes room. */
  @Setup
  public void makeRoom() {
    noise = new float[rows * RandomNetwork.LATENT];
    order = new int[10 * rows];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** Draws the noise of a batch's latents, as each step does. */
  @Benchmark
  public float[] latentNoise() {
    SeededRandom.of(SEED, step++).fillGaussian(noise);
    return noise;
  }

  /** Shuffles ten batches, as each epoch does. */
  @Benchmark
  public int[] order() {
    SeededRandom.of(SEED, step++).shuffle(order);
    return order;
  }
}
