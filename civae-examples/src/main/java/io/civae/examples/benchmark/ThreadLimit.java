package io.civae.examples.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * So many threads for everything in a JVM: the environment limits those of native libraries, which
 * read it once when they are loaded, and an option the common pool, in which Java's part of the
 * work is done. One without the other would measure something that has no name.
 */
public final class ThreadLimit {

  private static final String NATIVE = "OMP_NUM_THREADS";
  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private final String threads;

  /** The thread that asks takes part in its own parallel work. */
  private final String workers;

  /**
   * A limit.
   *
   * @param threads at least 1
   * @throws IllegalArgumentException if out of range
   */
  public ThreadLimit(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
    this.threads = Integer.toString(threads);
    workers = Integer.toString(threads - 1);
  }

  /**
   * Whether a JVM was started with it.
   *
   * @param environment of that JVM
   * @param properties of that JVM
   * @return true where natives and the common pool have this limit, both
   */
  public boolean holds(Map<String, String> environment, Properties properties) {
    return threads.equals(environment.get(NATIVE)) && workers.equals(properties.getProperty(POOL));
  }

  /**
   * What limits native libraries.
   *
   * @return variables for the environment
   */
  public Map<String, String> environment() {
    return Map.of(NATIVE, threads);
  }

  /**
   * What limits the common pool.
   *
   * @return options for the JVM
   */
  public List<String> options() {
    return List.of("-D" + POOL + "=" + workers);
  }
}
