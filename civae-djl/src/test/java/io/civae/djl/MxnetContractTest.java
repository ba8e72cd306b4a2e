package io.civae.djl;

import io.civae.spi.BackendProvider;
import io.civae.testkit.BackendContract;

class MxnetContractTest extends BackendContract {

  @Override
  protected BackendProvider provider() {
    return DjlBackend.of("MXNet");
  }
}
