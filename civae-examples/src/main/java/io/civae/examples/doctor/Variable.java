package io.civae.examples.doctor;

import java.util.List;
import java.util.Optional;

/**
 * A variable of the environment that changes how engines run.
 *
 * @param name its name
 * @param value its value; empty when it is not set
 * @param whenUnset what not setting it means
 */
record Variable(String name, Optional<String> value, String whenUnset) {

  static List<Variable> all() {
    return List.of(
        of("OMP_NUM_THREADS", "the library sets it to the number of cores"),
        of("OMP_WAIT_POLICY", "threads wait in a short loop; PASSIVE lets them sleep at once"),
        of("MXNET_ENGINE_TYPE", "the library lets MXNet compute on the calling thread on Linux"),
        of("DJL_CACHE_DIR", "native libraries are unpacked below the user's home"),
        of("OPT_OUT_TRACKING", "the library switches DJL's telemetry off itself"));
  }

  private static Variable of(String name, String whenUnset) {
    return new Variable(name, Optional.ofNullable(System.getenv(name)), whenUnset);
  }
}
