package io.civae.djl;

import io.civae.BackendException;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend found on the class path: trains with MXNet where it is complete, else with PyTorch.
 *
 * <p>Which engine was chosen among several is logged at debug; {@link DjlBackend#of} chooses one.
 * Before DJL is touched, {@code ai.djl.offline} and {@code OPT_OUT_TRACKING} are set to true unless
 * the user has set them: a missing native library is then an error that names the artifact to add,
 * not a download, and DJL does not report its start to its makers. Thread-safe.
 */
public final class DjlBackendProvider implements BackendProvider {

  private static final Logger LOGGER = LoggerFactory.getLogger(DjlBackendProvider.class);

  /** For {@link java.util.ServiceLoader}. */
  public DjlBackendProvider() {}

  @Override
  public String name() {
    return "DJL";
  }

  /**
   * Starts the preferred engine.
   *
   * @return a new backend
   * @throws BackendException if no engine is complete, naming the artifacts to add, or the engine
   *     cannot start
   */
  @Override
  public Backend create() {
    NativePlatform platform = NativePlatform.current();
    List<EngineKind> complete =
        Arrays.stream(EngineKind.values())
            .filter(kind -> isComplete(new EngineStart(kind, platform)))
            .toList();
    // With none, starting the one this platform has natives for says what to add.
    EngineKind chosen = complete.isEmpty() ? preferredOn(platform) : complete.get(0);
    if (complete.size() > 1) {
      LOGGER.debug(
          "training with {}; also on the class path: {}",
          chosen.engineName(),
          complete.stream().skip(1).map(EngineKind::engineName).collect(Collectors.joining(", ")));
    }
    return new EngineBackend(chosen, new EngineStart(chosen, platform).start());
  }

  private static boolean isComplete(EngineStart start) {
    return start.engineFound() && start.nativeFound();
  }

  private static EngineKind preferredOn(NativePlatform platform) {
    return EngineKind.MXNET.hasNativeFor(platform) ? EngineKind.MXNET : EngineKind.PYTORCH;
  }
}
