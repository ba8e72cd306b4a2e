package io.civae.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.civae.BackendException;
import org.junit.jupiter.api.Test;

class MeasuredDeviceTest {

  @Test
  void understandsWhatATrainingDoes() {
    assertThat(MeasuredDevice.of("cpu", "PyTorch", 2)).isEqualTo(Device.cpu());
    assertThat(MeasuredDevice.of("auto", "PyTorch", 0)).isEqualTo(Device.cpu());
    assertThat(MeasuredDevice.of("auto", "PyTorch", 2)).isEqualTo(Device.gpu(0));
    assertThat(MeasuredDevice.of("gpu", "PyTorch", 2)).isEqualTo(Device.gpu(0));
    assertThat(MeasuredDevice.of("gpu:1", "PyTorch", 2)).isEqualTo(Device.gpu(1));
  }

  @Test
  void refusesAGpuThatIsNotThere() {
    for (String setting : new String[] {"gpu", "gpu:0", "gpu:7"}) {
      assertThatThrownBy(() -> MeasuredDevice.of(setting, "PyTorch", 0))
          .isInstanceOf(BackendException.class)
          .hasMessage("device (\"" + setting + "\") does not exist: engine PyTorch sees 0 GPUs");
    }
  }

  @Test
  void namesADeviceAsItIsSet() {
    assertThat(MeasuredDevice.name(Device.cpu())).isEqualTo("cpu");
    assertThat(MeasuredDevice.name(Device.gpu(1))).isEqualTo("gpu:1");
  }
}
