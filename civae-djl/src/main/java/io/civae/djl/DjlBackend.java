package io.civae.djl;

import io.civae.BackendException;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;

/** The backend that trains with one DJL engine chosen by name. */
public final class DjlBackend {

  private DjlBackend() {}

  /**
   * A provider for one engine, for {@code CiVaeBuilder.backend}. The engine is started by {@link
   * BackendProvider#create()}, which throws a {@link BackendException} that names the artifact to
   * add when it is not on the class path.
   *
   * @param engineName {@code "MXNet"} or {@code "PyTorch"}, in any case
   * @return a provider named, for instance, {@code "DJL PyTorch"}
   * @throws BackendException if there is no engine of that name
   */
  public static BackendProvider of(String engineName) {
    return new NamedProvider(EngineKind.named(engineName));
  }

  private record NamedProvider(EngineKind kind) implements BackendProvider {

    @Override
    public String name() {
      return "DJL " + kind.engineName();
    }

    @Override
    public Backend create() {
      return new EngineBackend(kind, new EngineStart(kind, NativePlatform.current()).start());
    }
  }
}
