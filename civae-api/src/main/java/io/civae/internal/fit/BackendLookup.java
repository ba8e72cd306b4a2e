package io.civae.internal.fit;

import io.civae.BackendException;
import io.civae.spi.BackendProvider;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the one backend on the class path or module path. */
public final class BackendLookup {

  private BackendLookup() {}

  /**
   * The one backend there is.
   *
   * @return its provider
   * @throws BackendException if there is none or more than one
   */
  public static BackendProvider onlyOne() {
    List<BackendProvider> found;
    try {
      found =
          ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (found.isEmpty()) {
        // Frameworks that load applications in a class loader of their own.
        found =
            ServiceLoader.load(BackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
      }
    } catch (ServiceConfigurationError e) {
      throw new BackendException("a registered backend cannot be loaded: " + e.getMessage(), e);
    }
    return choose(found);
  }

  static BackendProvider choose(List<BackendProvider> found) {
    if (found.isEmpty()) {
      throw new BackendException(
          "no backend to train with: add io.civae:civae-djl to the class path, or give one to"
              + " CiVaeBuilder.backend(...)");
    }
    if (found.size() > 1) {
      throw new BackendException(
          "several backends on the class path: "
              + found.stream()
                  .map(provider -> provider.name() + " (" + provider.getClass().getName() + ")")
                  .collect(Collectors.joining(", "))
              + "; choose one with CiVaeBuilder.backend(...)");
    }
    return found.get(0);
  }
}
