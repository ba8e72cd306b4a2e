package io.civae.djl;

import ai.djl.engine.Engine;

/** Writes to the standard error stream in a Java of its own. */
public final class QuietProgram {

  /** What must not come out. */
  static final String HIDDEN = "not for anybody";

  private QuietProgram() {}

  /**
   * Writes while a text is kept from the stream, and before and after it.
   *
   * @param arguments {@code engine} to start MXNet meanwhile
   */
  public static void main(String[] arguments) {
    System.err.println("before");
    if (arguments.length > 0) {
      Engine engine = new EngineStart(EngineKind.MXNET, NativePlatform.current()).start();
      System.out.println(engine.getEngineName());
      System.out.println(NativeEnvironment.get("MXNET_ENGINE_TYPE"));
    } else {
      int result =
          NativeErrorStream.without(
              HIDDEN,
              () -> {
                System.err.println("meanwhile");
                System.err.println("a line " + HIDDEN + " to see");
                System.err.print("the end");
                return 3;
              });
      System.out.println(result);
    }
    System.err.println("after");
  }
}
