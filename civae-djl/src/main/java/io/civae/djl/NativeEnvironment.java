package io.civae.djl;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables that native libraries read when they are loaded and that Java cannot set.
 * What the user has set stays.
 */
final class NativeEnvironment {

  private static final int KEEP_EXISTING = 0;

  private NativeEnvironment() {}

  /** Sets a variable of this process unless it is set; does nothing on Windows. */
  static void setUnlessSet(String name, String value) {
    if (Platform.isWindows()) {
      return;
    }
    CLibrary.call("setenv", name, value, KEEP_EXISTING);
  }

  /** The value native code would see; null when there is none or it cannot be asked. */
  static @Nullable String get(String name) {
    if (Platform.isWindows()) {
      return System.getenv(name);
    }
    try {
      return NativeLibrary.getProcess()
          .getFunction("getenv")
          .invokeString(new Object[] {name}, false);
    } catch (LinkageError e) {
      return System.getenv(name);
    }
  }
}
