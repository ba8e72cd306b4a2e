package io.civae.internal.model;

import io.civae.CiVaeModel;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import java.util.function.Function;

/** A backend for as long as a model is made with it. */
public final class BackendScope {

  private BackendScope() {}

  /**
   * Starts a backend, makes a model and closes the backend again.
   *
   * @param provider of the backend
   * @param making of the model
   * @return the model, open
   */
  public static CiVaeModel make(
      BackendProvider provider, Function<Backend, ? extends CiVaeModel> making) {
    CiVaeModel model = null;
    try {
      try (Backend backend = provider.create()) {
        model = making.apply(backend);
      }
      return model;
    } catch (RuntimeException | Error e) {
      // A backend that fails while closing leaves nobody to close what it gave.
      if (model != null) {
        model.close();
      }
      throw e;
    }
  }
}
