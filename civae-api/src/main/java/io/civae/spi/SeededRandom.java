package io.civae.spi;

import java.util.random.RandomGenerator;

/**
 * A reproducible stream of random numbers, addressed by a seed and a path.
 *
 * <p>Streams with different paths are independent for all practical purposes, so the noise of, say,
 * training step 1,234 is {@code SeededRandom.of(seed, NOISE, 1234)}: nothing has to be saved to
 * continue an interrupted run, and no engine's own generator is involved. The generator is
 * xoshiro256++ (Blackman and Vigna, 2021), its state filled by SplitMix64 from a hash of the seed
 * and the path. The numbers are the same on every JDK and platform.
 *
 * <p>Instances are not thread-safe; make one per thread.
 */
public final class SeededRandom implements RandomGenerator {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final float FLOAT_UNIT = 0x1.0p-24f;
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spareGaussian;
  private boolean hasSpareGaussian;

  private SeededRandom(long key) {
    long state = key;
    s0 = mix(state += GOLDEN_GAMMA);
    s1 = mix(state += GOLDEN_GAMMA);
    s2 = mix(state += GOLDEN_GAMMA);
    s3 = mix(state + GOLDEN_GAMMA);
  }

  /**
   * The stream that belongs to a seed and a path.
   *
   * @param seed any value
   * @param path any number of values that name the stream, for instance a purpose and a step
   * @return a new stream at its beginning
   */
  public static SeededRandom of(long seed, long... path) {
    long key = mix(seed ^ GOLDEN_GAMMA);
    for (long part : path) {
      key = mix(key * 31 + mix(part + GOLDEN_GAMMA));
    }
    return new SeededRandom(key);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014; constants by Stafford). */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * The next 64 random bits.
   *
   * @return any long, all equally likely
   */
  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /**
   * A uniform integer (Lemire's multiply-shift with rejection, so without bias).
   *
   * @param bound exclusive upper bound, at least 1
   * @return a value from 0 to {@code bound − 1}
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  @Override
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound (" + bound + ") must be at least 1");
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * A uniform float.
   *
   * @return a multiple of 2⁻²⁴ in [0, 1)
   */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * FLOAT_UNIT;
  }

  /**
   * A uniform double.
   *
   * @return a multiple of 2⁻⁵³ in [0, 1)
   */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /**
   * A standard normal deviate by Marsaglia's polar method.
   *
   * @return a draw from N(0, 1)
   */
  @Override
  public double nextGaussian() {
    if (hasSpareGaussian) {
      hasSpareGaussian = false;
      return spareGaussian;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    // StrictMath: the same bits on every platform.
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = v * factor;
    hasSpareGaussian = true;
    return u * factor;
  }

  /**
   * Fills an array with standard normal deviates.
   *
   * @param target the array to fill
   */
  public void fillGaussian(float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) nextGaussian();
    }
  }

  /**
   * Shuffles an array in place (Fisher–Yates).
   *
   * @param values the array to shuffle
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
