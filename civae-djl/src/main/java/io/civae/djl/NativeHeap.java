package io.civae.djl;

import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * The heap of the C library, where it is that of GNU; elsewhere nothing happens. Engines ask for
 * the memory of every result anew, and as the library comes it hands large pieces back to the
 * system at once: in each step or call the same megabytes are unmapped, mapped and filled with
 * zeros again. It is the heap of the whole process, whichever engine asked.
 */
final class NativeHeap {

  /** From GNU's malloc.h. */
  private static final int TRIM_THRESHOLD = -1;

  private static final int MMAP_THRESHOLD = -3;

  private static final int KEPT_BYTES = 256 << 20;

  /** The largest that GNU takes. */
  private static final int LARGEST_MMAP_THRESHOLD = 32 << 20;

  private NativeHeap() {}

  /** Lets up to 256 MB that were freed wait for their next use, unless the user has set a limit. */
  static void keepFreedMemory() {
    if (Platform.isLinux()
        && NativeEnvironment.get("MALLOC_TRIM_THRESHOLD_") == null
        && NativeEnvironment.get("MALLOC_MMAP_THRESHOLD_") == null) {
      CLibrary.call("mallopt", TRIM_THRESHOLD, KEPT_BYTES);
      CLibrary.call("mallopt", MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD);
    }
  }

  /** Hands back to the system what waits for its next use. */
  static void giveBack() {
    if (Platform.isLinux()) {
      CLibrary.call("malloc_trim", new NativeLong(0));
    }
  }
}
