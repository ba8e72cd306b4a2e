package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two threads in parallel streams of a common pool without threads would wait for ever. */
class WorkerlessPoolTest {

  private static final int PATIENCE_SECONDS = 120;

  @OnEveryEngine
  void aTrainingEndsWhereTheCommonPoolHasNoThreads(EngineKind kind)
      throws IOException, InterruptedException {
    Process process =
        ForkedProgram.of(
                WorkerlessTraining.class,
                List.of(
                    "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                    "-Dai.djl.offline=true"),
                kind.engineName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
      assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).contains("300");
    } finally {
      process.destroyForcibly();
    }
  }
}
