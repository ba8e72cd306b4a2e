package io.civae.examples.doctor;

import ai.djl.util.Utils;
import io.civae.djl.EngineReport;
import io.civae.djl.Engines;
import io.civae.examples.experiment.LibraryVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * What a training would meet on this machine.
 *
 * @param library version of the library
 * @param system operating system, its version and the architecture
 * @param java version, virtual machine and home
 * @param processors that the JVM may use
 * @param heapMegabytes the most memory that the JVM takes for its objects
 * @param nativeCache where DJL unpacks native libraries
 * @param variables of the environment that matter, set or not
 * @param engines in the order they are preferred
 */
public record Diagnosis(
    String library,
    String system,
    String java,
    int processors,
    long heapMegabytes,
    Path nativeCache,
    List<Variable> variables,
    List<EngineReport> engines) {

  private static final int MEGABYTE = 1 << 20;

  /**
   * Looks around. Engines that are complete are started, which takes seconds; one that cannot start
   * is reported with the reason.
   *
   * @return what was found
   */
  public static Diagnosis make() {
    Runtime runtime = Runtime.getRuntime();
    return new Diagnosis(
        LibraryVersion.get(),
        properties("os.name", "os.version", "os.arch"),
        properties("java.version", "java.vm.name", "java.home"),
        runtime.availableProcessors(),
        runtime.maxMemory() / MEGABYTE,
        Utils.getEngineCacheDir().toAbsolutePath(),
        Variable.all(),
        Engines.report());
  }

  private static String properties(String... names) {
    StringBuilder values = new StringBuilder();
    for (String name : names) {
      values.append(values.length() == 0 ? "" : ", ").append(System.getProperty(name, "unknown"));
    }
    return values.toString();
  }

  /**
   * Whether any engine can train.
   *
   * @return true when one can
   */
  public boolean canTrain() {
    return engines.stream().anyMatch(EngineReport::usable);
  }
}
