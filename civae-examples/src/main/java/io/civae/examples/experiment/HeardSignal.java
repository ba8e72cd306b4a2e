package io.civae.examples.experiment;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signal that is heard instead of ending the JVM.
 *
 * <p>By {@code sun.misc.Signal}, which every JDK has and nothing else replaces. By reflection,
 * because the compiler warns of it in a way that cannot be answered in the source.
 */
final class HeardSignal {

  private final Method handle;
  private final Object signal;
  private final Object before;

  private HeardSignal(Method handle, Object signal, Object before) {
    this.handle = handle;
    this.signal = signal;
    this.before = before;
  }

  /**
   * Hears a signal from now on.
   *
   * @param name without SIG
   * @param action run on a thread of its own
   * @return empty where it cannot be heard: the JVM leaves signals to others (-Xrs), knows none of
   *     the name, or was started by someone who wants it to be ignored
   */
  static Optional<HeardSignal> on(String name, Runnable action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object before = handle.invoke(null, signal, handler(handlerType, action));
      HeardSignal heard = new HeardSignal(handle, signal, before);
      if (before.equals(handlerType.getField("SIG_IGN").get(null))) {
        heard.off();
        return Optional.empty();
      }
      return Optional.of(heard);
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Object handler(Class<?> type, Runnable action) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer(method, action));
  }

  private static @Nullable Object answer(Method method, Runnable action) {
    if (!method.getName().equals("handle")) {
      throw new UnsupportedOperationException(method.toString());
    }
    action.run();
    return null;
  }

  /** Leaves the signal to whom it was left before. */
  void off() {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("signal " + signal + " cannot be given back", e);
    }
  }
}
