package io.civae.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.civae.BackendException;

/** Turns the {@code device} setting into a device the engine has. */
final class DeviceChoice {

  private static final String NUMBERED_GPU = "gpu:";

  private DeviceChoice() {}

  static Device of(String setting, Engine engine) {
    return of(setting, engine.getEngineName(), engine.getGpuCount());
  }

  static Device of(String setting, String engineName, int gpuCount) {
    if (setting.equals("cpu")) {
      return Device.cpu();
    }
    if (setting.equals("auto")) {
      return gpuCount > 0 ? Device.gpu(0) : Device.cpu();
    }
    int index =
        setting.startsWith(NUMBERED_GPU)
            ? Integer.parseInt(setting.substring(NUMBERED_GPU.length()))
            : 0;
    if (index >= gpuCount) {
      throw new BackendException(
          "device (\""
              + setting
              + "\") does not exist: engine "
              + engineName
              + " sees "
              + gpuCount
              + (gpuCount == 1 ? " GPU" : " GPUs")
              + "; use auto or cpu");
    }
    return Device.gpu(index);
  }
}
