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

/** Encoding a call's rows, without zeros and as blank as digits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeBenchmark {

  /** Rows of a call. */
  @Param({"1", "4", "16", "64", "256"})
  public int rows;

  /** The share of values that are 0. */
  @Param({"0", "0.81"})
  public double zeros;

  private PlainNetwork network;
  private float[] x;
  private float[] mean;
  private float[] logVariance;

  /** Draws network and rows. */
  @Setup
  public void draw() {
    network = RandomNetwork.make();
    x = RandomNetwork.values(rows * RandomNetwork.FEATURES, zeros);
    mean = new float[rows * RandomNetwork.LATENT];
    logVariance = new float[mean.length];
  }

  /** Encodes. */
  @Benchmark
  public float[] encode() {
    network.encode(x, rows, mean, logVariance);
    return mean;
  }
}
