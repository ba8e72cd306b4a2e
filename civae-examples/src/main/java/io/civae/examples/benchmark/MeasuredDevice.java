package io.civae.examples.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.civae.BackendException;

/** The device of an engine that a setting means, as a training understands it. */
final class MeasuredDevice {

  private static final String NUMBERED_GPU = "gpu:";

  private MeasuredDevice() {}

  static Device of(String setting, Engine engine) {
    return of(setting, engine.getEngineName(), engine.getGpuCount());
  }

  static Device of(String setting, String engine, int gpus) {
    if (setting.equals("cpu") || (setting.equals("auto") && gpus == 0)) {
      return Device.cpu();
    }
    int index =
        setting.startsWith(NUMBERED_GPU)
            ? Integer.parseInt(setting.substring(NUMBERED_GPU.length()))
            : 0;
    if (index >= gpus) {
      throw new BackendException(
          "device (\""
              + setting
              + "\") does not exist: engine "
              + engine
              + " sees "
              + gpus
              + " GPUs");
    }
    return Device.gpu(index);
  }

  /** Its name as it would be set. */
  static String name(Device device) {
    return device.isGpu() ? NUMBERED_GPU + device.getDeviceId() : "cpu";
  }
}
