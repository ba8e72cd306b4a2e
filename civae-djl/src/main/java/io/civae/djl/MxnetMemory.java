package io.civae.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.util.NativeResource;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.FloatBuffer;

/**
 * The memory of MXNet's arrays on a processor. DJL copies it both ways; the C interface of the
 * library that DJL has loaded shows where it is.
 */
final class MxnetMemory {

  private MxnetMemory() {}

  /** Whether what Java writes is what the engine reads. Tried, not assumed. */
  static boolean isShared(NDArray array) {
    if (!EngineKind.MXNET.runs(array) || array.getDevice().isGpu()) {
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
    static final Function AWAIT = NativeLibrary.getProcess().getFunction("MXNDArrayWaitToRead");
    static final Function DATA = NativeLibrary.getProcess().getFunction("MXNDArrayGetData");
  }
}
