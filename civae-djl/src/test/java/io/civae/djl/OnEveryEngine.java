package io.civae.djl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs a test once for each engine on the class path; its parameter is the engine. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@MethodSource("io.civae.djl.OnEveryEngine$Source#engines")
@interface OnEveryEngine {

  /** The engines this platform's test class path has. */
  final class Source {

    private Source() {}

    static Stream<EngineKind> engines() {
      NativePlatform platform = NativePlatform.current();
      return Arrays.stream(EngineKind.values())
          .filter(kind -> new EngineStart(kind, platform).engineFound());
    }
  }
}
