package io.civae.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Platform;
import java.util.function.Supplier;

/**
 * Lets MXNet compute on the thread that asks. As the library comes, it hands every operation to a
 * thread of its own; on a processor our steps wait for each product, and so for two threads to be
 * woken and for the values to move from one core to another, some fifty times in a step.
 */
final class CallerComputes {

  private static final String VARIABLE = "MXNET_ENGINE_TYPE";
  private static final String CALLER = "NaiveEngine";

  /** Whoever sets the variable is told so in a line, which nobody asked for here. */
  private static final String ANNOUNCEMENT = "MXNet start using engine: " + CALLER;

  private CallerComputes() {}

  /** Starts the engine, with the calling thread computing unless the user has set something. */
  static synchronized Engine start(Supplier<Engine> start) {
    if (!Platform.isLinux() || NativeEnvironment.get(VARIABLE) != null) {
      return start.get();
    }
    NativeEnvironment.setUnlessSet(VARIABLE, CALLER);
    return NativeErrorStream.without(
        ANNOUNCEMENT,
        () -> {
          Engine engine = start.get();
          compute(engine);
          return engine;
        });
  }

  /** The library looks at the variable, and announces it, at its first operation. */
  private static void compute(Engine engine) {
    try (NDManager manager = engine.newBaseManager(Device.cpu())) {
      manager.ones(new Shape(1)).toFloatArray();
    }
  }
}
