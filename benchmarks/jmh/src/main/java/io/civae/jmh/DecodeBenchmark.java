package io.civae.jmh;

import io.civae.internal.network.PlainNetwork;
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

/** Decoding and classifying a call's latents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {

  /** Rows of a call. */
  @Param({"1", "4", "16", "64", "256"})
  public int rows;

  private PlainNetwork network;
  private float[] z;
  private float[] x;
  private float[] logits;

  /** Draws network and latents. */
  @Setup
  public void draw() {
    network = RandomNetwork.make();
    z = RandomNetwork.values(rows * RandomNetwork.LATENT, 0);
    x = new float[rows * RandomNetwork.FEATURES];
    logits = new float[rows * RandomNetwork.CLASSES];
  }

  /** Decodes. */
  @Benchmark
  public float[] decode() {
    network.decode(z, rows, x);
    return x;
  }

  /** Classifies. */
  @Benchmark
  public float[] classify() {
    network.classify(z, rows, logits);
    return logits;
  }
}
