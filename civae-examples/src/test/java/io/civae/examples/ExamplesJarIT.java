package io.civae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.civae.examples.mnist.SmallMnist;
import io.civae.testkit.SyntheticDatasets;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar, run as a user runs it: by {@code java -jar}, from some other folder. */
class ExamplesJarIT {

  private static final Path JAR = Path.of("target", "civae-examples.jar").toAbsolutePath();

  @TempDir Path folder;

  private ProcessBuilder java(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile());
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void runsFromAnyFolderWithoutAWordFromTheEngines() throws Exception {
    assertThat(java("doctor").start().waitFor()).isZero();
    assertThat(written("out.txt")).contains("MXNet", "PyTorch");
    assertThat(written("err.txt")).isEmpty();
  }

  @Test
  void failsInOneLine() throws Exception {
    assertThat(java("mnist", "--data", "nowhere").start().waitFor()).isEqualTo(1);
    assertThat(written("err.txt").lines()).singleElement().asString().contains("nowhere");
    assertThat(written("out.txt")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsAtASignal(String signal, int exitCode) throws Exception {
    assumeTrue(canSend(signal), "SIG" + signal + " does not exist or is ignored here");
    List<String> told = toldAtSignal(signal, exitCode, "quickstart");
    assertThat(told)
        .singleElement()
        .asString()
        .matches(
            "civae-examples quickstart: SIG"
                + signal
                + " ended the training after step \\d+; nothing is kept of it");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void leavesACheckpointAtASignalAndGoesOnFromIt(String signal, int exitCode) throws Exception {
    assumeTrue(canSend(signal), "SIG" + signal + " does not exist or is ignored here");
    Path data = Files.createDirectory(folder.resolve("data"));
    SmallMnist.write(data, SyntheticDatasets.digits(100, 3L), 900);
    String[] command = {
      "mnist", "--data", "data", "--checkpoint", "kept", "--epochs", "40", "--hidden", "32,16"
    };
    List<String> told = toldAtSignal(signal, exitCode, command);
    assertThat(told)
        .singleElement()
        .asString()
        .matches(
            "civae-examples mnist: SIG"
                + signal
                + " ended the training after step \\d+; its checkpoint is in kept: the same"
                + " command goes on from there");
    String step = told.get(0).replaceAll(".*after step (\\d+);.*", "$1");
    assertThat(java(command).start().waitFor()).isZero();
    assertThat(written("civae-mnist/metrics.json")).contains("\"resumedFromStep\": " + step);
  }

  /** What a training says, its epochs left out, when it gets the signal after the first of them. */
  private List<String> toldAtSignal(String signal, int exitCode, String... command)
      throws Exception {
    Process process = java(command).redirectError(ProcessBuilder.Redirect.PIPE).start();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(errors.readLine()).startsWith("epoch ");
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
      List<String> told = errors.lines().filter(line -> !line.startsWith("epoch ")).toList();
      assertThat(process.waitFor()).isEqualTo(exitCode);
      return told;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A build in the background may ignore SIGINT, and its children then do, too. */
  private static boolean canSend(String signal) throws IOException {
    if (!File.separator.equals("/")) {
      return false;
    }
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return true;
    }
    int number = signal.equals("INT") ? 2 : 15;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .noneMatch(ignored -> ignored.testBit(number - 1));
  }

  @Test
  void staysThinAndAllowsNativeAccess() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(1 << 20);
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
      for (String library : manifest.getValue("Class-Path").split(" ", -1)) {
        assertThat(JAR.resolveSibling(library)).exists();
      }
    }
  }
}
