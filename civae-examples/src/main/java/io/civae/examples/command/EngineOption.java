package io.civae.examples.command;

import io.civae.djl.DjlBackend;
import io.civae.djl.DjlBackendProvider;
import io.civae.spi.BackendProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine trains. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "E",
      description = "MXNet or PyTorch. Default: the first of these that is there.")
  @Nullable String engine;

  /**
   * The backend to train with; nothing is started yet.
   *
   * @throws io.civae.BackendException if there is no engine of that name
   */
  BackendProvider backend() {
    return engine == null ? new DjlBackendProvider() : DjlBackend.of(engine);
  }
}
