package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.util.NativeResource;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The memory of MXNet's arrays on a processor. DJL copies it both ways; the C interface of the
 * library that DJL has loaded shows where it is.
 */
final class MxnetMemory {

  private static final Path MAPPINGS = Path.of("/proc/self/maps");
  private static final String LIBRARY_FILE = "/libmxnet.so";

  private MxnetMemory() {}

  /** Whether what Java writes is what the engine reads. Tried, not assumed. */
  static boolean isShared(NDArray array) {
    if (!EngineKind.MXNET.runs(array) || array.getDevice().isGpu() || !Platform.isLinux()) {
      return false;
    }
    try {
      FloatBuffer values = of(array);
      float kept = values.get(0);
      values.put(0, kept + 1);
      boolean shared = array.toFloatArray()[0] == kept + 1;
      values.put(0, kept);
      return shared;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** The array's values in place, once all work on them that was handed to the engine is done. */
  static FloatBuffer of(NDArray array) {
    await(array);
    PointerByReference data = new PointerByReference();
    check("MXNDArrayGetData", Functions.DATA.invokeInt(new Object[] {handle(array), data}));
    return data.getValue().getByteBuffer(0, Float.BYTES * array.size()).asFloatBuffer();
  }

  /** Waits until the engine has written the array. */
  static void await(NDArray array) {
    check("MXNDArrayWaitToRead", Functions.AWAIT.invokeInt(new Object[] {handle(array)}));
  }

  private static Pointer handle(NDArray array) {
    if (array instanceof NativeResource<?> resource
        && resource.getHandle() instanceof Pointer pointer) {
      return pointer;
    }
    throw new IllegalStateException("array (" + array.getName() + ") must be one of MXNet");
  }

  private static void check(String function, int status) {
    if (status != 0) {
      throw new IllegalStateException(function + " (" + status + ") must answer 0");
    }
  }

  /** Looked up when first used, after the engine's start. */
  private static final class Functions {

    /**
     * RTLD_LAZY and not RTLD_GLOBAL, which JNA takes by itself: PyTorch, loaded later, would find
     * its matrix products in MXNet's library, and come to other bits than without it.
     */
    private static final int OPEN_LOCALLY = 1;

    private static final NativeLibrary LIBRARY =
        NativeLibrary.getInstance(loadedLibrary(), Map.of(Library.OPTION_OPEN_FLAGS, OPEN_LOCALLY));

    static final Function AWAIT = LIBRARY.getFunction("MXNDArrayWaitToRead");
    static final Function DATA = LIBRARY.getFunction("MXNDArrayGetData");

    /** Where the copy is that DJL has loaded, which only Linux tells. */
    private static String loadedLibrary() {
      try (Stream<String> mappings = Files.lines(MAPPINGS)) {
        return mappings
            .filter(line -> line.endsWith(LIBRARY_FILE))
            .map(line -> line.substring(line.indexOf('/')))
            .findFirst()
            .orElseThrow(() -> new UnsatisfiedLinkError("no mapping of " + LIBRARY_FILE));
      } catch (IOException e) {
        throw (Error) new UnsatisfiedLinkError("cannot read " + MAPPINGS).initCause(e);
      }
    }
  }
}
