package io.civae.testkit.outside;

import io.civae.CiVaeConfig;
import io.civae.spi.Accelerator;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import io.civae.testkit.BackendContract;
import io.civae.testkit.fixture.DelegatingBackend;
import io.civae.testkit.fixture.FloatAccelerator;
import java.util.Optional;

/** Extends the contract from another package, as backends do, with an accelerator to be tested. */
class AcceleratedBackendContractTest extends BackendContract {

  @Override
  protected BackendProvider provider() {
    return new BackendProvider() {
      @Override
      public String name() {
        return "fake with an accelerator";
      }

      @Override
      public Backend create() {
        return new DelegatingBackend() {
          @Override
          public Optional<Accelerator> accelerate(
              CiVaeConfig config, NetworkParameters parameters) {
            return Optional.of(new FloatAccelerator(config, parameters));
          }
        };
      }
    };
  }

  @Override
  protected boolean trainsHiddenLayers() {
    return false;
  }

  @Override
  protected boolean trainsCounts() {
    return false;
  }
}
