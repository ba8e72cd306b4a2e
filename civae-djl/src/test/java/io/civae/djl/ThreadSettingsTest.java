package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What native libraries are told about threads. */
final class ThreadSettingsTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nativeCodeSeesAVariableThatWasNotSet() {
    NativeEnvironment.setUnlessSet("CIVAE_TEST_VARIABLE", "first");
    NativeEnvironment.setUnlessSet("CIVAE_TEST_VARIABLE", "second");

    assertThat(NativeEnvironment.get("CIVAE_TEST_VARIABLE")).isEqualTo("first");
    assertThat(NativeEnvironment.get("CIVAE_TEST_VARIABLE_THAT_IS_NOT_SET")).isNull();
  }

  @Test
  void hardwareThreadsOfOneCoreCountOnce(@TempDir Path cpus) throws IOException {
    writeSiblings(cpus, "cpu0", "0,2");
    writeSiblings(cpus, "cpu1", "1,3");
    writeSiblings(cpus, "cpu2", "0,2");
    writeSiblings(cpus, "cpu3", "1,3");
    Files.createDirectory(cpus.resolve("cpufreq"));

    assertThat(ProcessorCores.usable(4, cpus)).isEqualTo(2);
  }

  @Test
  void containerLimitsCount(@TempDir Path cpus) throws IOException {
    writeSiblings(cpus, "cpu0", "0");
    writeSiblings(cpus, "cpu1", "1");

    assertThat(ProcessorCores.usable(1, cpus)).isEqualTo(1);
  }

  @Test
  void withoutTopologyEveryProcessorCounts(@TempDir Path folder) {
    assertThat(ProcessorCores.usable(6, folder.resolve("none"))).isEqualTo(6);
    assertThat(ProcessorCores.usable(6, folder)).isEqualTo(6);
  }

  private static void writeSiblings(Path cpus, String cpu, String list) throws IOException {
    Path topology = Files.createDirectories(cpus.resolve(cpu).resolve("topology"));
    Files.writeString(topology.resolve("thread_siblings_list"), list + "\n");
  }
}
