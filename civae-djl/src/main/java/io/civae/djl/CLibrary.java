package io.civae.djl;

import com.sun.jna.NativeLibrary;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Functions of the C library in this process, on whose success no result depends. */
final class CLibrary {

  private static final Logger LOGGER = LoggerFactory.getLogger(CLibrary.class);

  private CLibrary() {}

  /** Calls a function that answers a whole number; empty where there is none of the name. */
  static OptionalInt call(String name, Object... arguments) {
    try {
      return OptionalInt.of(NativeLibrary.getProcess().getFunction(name).invokeInt(arguments));
    } catch (LinkageError e) {
      LOGGER.debug("cannot call {}", name, e);
      return OptionalInt.empty();
    }
  }
}
