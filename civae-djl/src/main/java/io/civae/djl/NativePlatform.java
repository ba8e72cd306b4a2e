package io.civae.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An operating system and architecture, named as the classifiers of native artifacts are.
 *
 * @param classifier for instance {@code linux-x86_64}
 * @param musl whether the C library is musl, for which no engine has a native library
 */
record NativePlatform(String classifier, boolean musl) {

  static NativePlatform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Path.of("/proc/self/maps"));
  }

  /** {@code maps} lists the libraries of the running process, where there is such a file. */
  static NativePlatform of(String osName, String osArch, Path maps) {
    String name = osName.toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("windows") ? "win" : name.startsWith("mac") ? "osx" : name.strip();
    String architecture = osArch.equals("amd64") ? "x86_64" : osArch;
    return new NativePlatform(
        system + "-" + architecture, system.equals("linux") && mentionsMusl(maps));
  }

  private static boolean mentionsMusl(Path maps) {
    if (!Files.isReadable(maps)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.anyMatch(line -> line.contains("/ld-musl-") || line.contains("libc.musl-"));
    } catch (IOException e) {
      // Not knowing is no reason to stop: loading the library will tell.
      return false;
    }
  }
}
