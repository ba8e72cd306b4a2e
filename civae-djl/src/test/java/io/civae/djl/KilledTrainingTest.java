package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.spi.NetworkParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings in JVMs that are killed at random moments, over and over, until one comes to its end.
 */
final class KilledTrainingTest {

  /** Of both engines together. */
  private static final int KILLS = Integer.getInteger("civae.reliability.kills", 10);

  private static final int LATEST_MILLIS = 500;
  private static final int PATIENCE_SECONDS = 300;

  @TempDir private Path folder;

  @OnEveryEngine
  void endsWithTheBitsOfATrainingThatWasNotKilled(EngineKind kind)
      throws IOException, InterruptedException {
    NetworkParameters expected;
    try (CiVaeModel whole = KilledTraining.fit(kind.engineName(), FitOptions.builder().build())) {
      expected = whole.parameters();
    }
    Random random = new Random(kind.engineName().hashCode());
    Path model = folder.resolve("model.civae");
    int kills = 0;
    int ended = 0;
    while (kills < KILLS / 2 || ended == 0) {
      boolean killed = kills < KILLS / 2 && killed(kind, random.nextInt(LATEST_MILLIS));
      if (killed) {
        kills++;
        continue;
      }
      if (!Files.exists(model)) {
        run(kind);
      }
      try (CiVaeModel continued = CiVae.load(model)) {
        assertThat(continued.parameters()).as("after %d kills", kills).isEqualTo(expected);
      }
      ended++;
      deleteAll();
    }
    assertThat(kills).isEqualTo(KILLS / 2);
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Kills a training so long after its first step; false when it ended before. */
  private boolean killed(EngineKind kind, int millis) throws IOException, InterruptedException {
    Process process = start(kind);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      if (first != null) {
        TimeUnit.MILLISECONDS.sleep(millis);
      }
      process.destroyForcibly();
      return process.waitFor() != 0;
    }
  }

  private void run(EngineKind kind) throws IOException, InterruptedException {
    Process process = start(kind);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> told = lines.lines().toList();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(String.join("\n", told)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(EngineKind kind) throws IOException {
    return ForkedProgram.of(
            KilledTraining.class,
            // What it takes to start counts far more here than how fast it gets.
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            kind.engineName(),
            folder.resolve("checkpoints").toString(),
            folder.resolve("model.civae").toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
