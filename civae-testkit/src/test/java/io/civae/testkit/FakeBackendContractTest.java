package io.civae.testkit;

import io.civae.spi.BackendProvider;

class FakeBackendContractTest extends BackendContract {

  @Override
  protected BackendProvider provider() {
    return new FakeBackend();
  }

  @Override
  protected boolean trainsHiddenLayers() {
    return false;
  }

  @Override
  protected boolean offersAccelerator() {
    return false;
  }

  @Override
  protected boolean trainsCounts() {
    return false;
  }
}
