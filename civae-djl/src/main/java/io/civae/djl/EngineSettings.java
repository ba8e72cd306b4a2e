package io.civae.djl;

import ai.djl.util.Utils;

/**
 * What has to be set before DJL is touched for the first time, wherever the user has not set it.
 *
 * <p>Offline: natives come as artifacts, so a missing one must be an error that names it, not a
 * download at run time. Tracking: DJL's engine otherwise reports its start to its makers.
 *
 * <p>Threads: between parallel sections the engines' threads wait for each other in a loop, for
 * milliseconds, which on a machine with other work makes a step up to ten times slower; a short
 * loop costs nothing there. MXNet takes half the processors for hardware threads and leaves them
 * idle, also where they are cores.
 */
final class EngineSettings {

  /** The variable by which OpenMP is told how many threads to use. */
  static final String THREADS = "OMP_NUM_THREADS";

  private static final String WAITING = "OMP_WAIT_POLICY";
  private static final String WAITING_LOOPS = "GOMP_SPINCOUNT";
  private static final String SHORT_LOOP = "1000";

  private EngineSettings() {}

  static void apply() {
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE");
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING");
    NativeEnvironment.setUnlessSet(THREADS, Integer.toString(ProcessorCores.usable()));
    if (System.getenv(WAITING) == null) {
      NativeEnvironment.setUnlessSet(WAITING_LOOPS, SHORT_LOOP);
    }
  }

  private static void setUnlessSet(String property, String variable) {
    if (System.getProperty(property) == null && System.getenv(variable) == null) {
      System.setProperty(property, "true");
    }
  }

  static boolean mayDownload() {
    return !Utils.isOfflineMode();
  }
}
