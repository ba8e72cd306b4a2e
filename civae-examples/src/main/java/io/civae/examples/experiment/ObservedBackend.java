package io.civae.examples.experiment;

import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;

/** A backend provider that remembers what its backend called itself. */
final class ObservedBackend implements BackendProvider {

  private final BackendProvider observed;
  private volatile String description;

  ObservedBackend(BackendProvider observed) {
    this.observed = observed;
    description = observed.name();
  }

  @Override
  public String name() {
    return observed.name();
  }

  @Override
  public Backend create() {
    Backend backend = observed.create();
    description = backend.description();
    return backend;
  }

  /** The description of the backend made last, or the provider's name before. */
  String description() {
    return description;
  }
}
