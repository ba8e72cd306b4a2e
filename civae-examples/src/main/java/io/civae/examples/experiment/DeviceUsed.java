package io.civae.examples.experiment;

import ai.djl.engine.Engine;

/** Which device a training ran on when the choice was left to the engine. */
final class DeviceUsed {

  private DeviceUsed() {}

  /**
   * The device.
   *
   * @param setting of the configuration: {@code auto} takes the first GPU its engine sees
   * @param engine the description of the engine that trained, which is running
   */
  static String of(String setting, String engine) {
    if (!setting.equals("auto")) {
      return setting;
    }
    for (String name : Engine.getAllEngines()) {
      if (engine.contains("engine " + name) && Engine.getEngine(name).getGpuCount() > 0) {
        return "gpu:0";
      }
    }
    return "cpu";
  }
}
