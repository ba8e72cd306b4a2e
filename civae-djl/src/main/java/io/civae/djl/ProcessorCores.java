package io.civae.djl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts processor cores. Two hardware threads of one core share its arithmetic units, so a second
 * one gains nothing for matrix products.
 */
final class ProcessorCores {

  private static final Path CPUS = Path.of("/sys/devices/system/cpu");

  private ProcessorCores() {}

  /** Cores this process may use: what the JVM sees, at most the physical ones where known. */
  static int usable() {
    return usable(Runtime.getRuntime().availableProcessors(), CPUS);
  }

  static int usable(int processors, Path cpus) {
    int cores = physical(cpus);
    return cores == 0 ? processors : Math.min(processors, cores);
  }

  /** Distinct lists of sibling threads; 0 when the system does not tell. */
  private static int physical(Path cpus) {
    if (!Files.isDirectory(cpus)) {
      return 0;
    }
    Set<String> siblings = new HashSet<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
      for (Path folder : folders) {
        Path list = folder.resolve("topology/thread_siblings_list");
        if (Files.isReadable(list)) {
          siblings.add(Files.readString(list).strip());
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return siblings.size();
  }
}
