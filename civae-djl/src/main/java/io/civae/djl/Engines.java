package io.civae.djl;

import ai.djl.engine.Engine;
import io.civae.BackendException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells which engines there are on this machine, for diagnosis. */
public final class Engines {

  private static final String PYTORCH_THREADS_PROPERTY = "ai.djl.pytorch.num_threads";

  private Engines() {}

  /**
   * Looks for every engine and starts those that are complete, which may unpack their native
   * libraries and take seconds.
   *
   * @return one report for each engine, in the order they are preferred
   */
  public static List<EngineReport> report() {
    NativePlatform platform = NativePlatform.current();
    return Arrays.stream(EngineKind.values()).map(kind -> report(kind, platform)).toList();
  }

  private static EngineReport report(EngineKind kind, NativePlatform platform) {
    EngineStart start = new EngineStart(kind, platform);
    List<String> missing = start.missingArtifacts();
    try {
      Engine engine = start.start();
      return new EngineReport(
          kind.engineName(),
          true,
          Optional.of(engine.getVersion()),
          platform.classifier(),
          missing,
          engine.getGpuCount(),
          threads(kind),
          Optional.empty());
    } catch (BackendException e) {
      return new EngineReport(
          kind.engineName(),
          false,
          Optional.empty(),
          platform.classifier(),
          missing,
          0,
          OptionalInt.empty(),
          Optional.ofNullable(e.getMessage()));
    }
  }

  private static OptionalInt threads(EngineKind kind) {
    Integer property = Integer.getInteger(PYTORCH_THREADS_PROPERTY);
    if (kind == EngineKind.PYTORCH && property != null) {
      return OptionalInt.of(property);
    }
    String variable = NativeEnvironment.get(EngineSettings.THREADS);
    return variable != null && variable.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(variable))
        : OptionalInt.empty();
  }
}
