package io.civae.djl;

import java.util.function.Supplier;

/**
 * Runs work where DJL sees the engines. DJL looks for them and for their native libraries with the
 * class loader of the thread, which in frameworks with class loaders of their own, and in their
 * worker threads, may see neither; ours then does.
 */
final class EngineClassLoader {

  private static final String ENGINES = "META-INF/services/ai.djl.engine.EngineProvider";

  private EngineClassLoader() {}

  static <T> T with(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (before != null && before.getResource(ENGINES) != null) {
      return work.get();
    }
    thread.setContextClassLoader(EngineClassLoader.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
