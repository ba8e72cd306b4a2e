package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/**
 * Memory stays level within one long training; {@code -Dcivae.reliability.trainingSeconds=300} for
 * the full form. The heap is all there from the start: what grows is the engine's, or a leak's.
 */
final class SteadyTrainingTest {

  private static final int SECONDS = Integer.getInteger("civae.reliability.trainingSeconds", 4);

  /** From then on a training is long enough to tell growth from start-up. */
  private static final int FULL = 60;

  private static final double SECONDS_PER_HOUR = 3600;

  @OnEveryEngine
  void residentMemoryStaysLevelWithinOneTraining(EngineKind kind)
      throws IOException, InterruptedException {
    ResidentMemory.assumeKnown();
    String[] told =
        ForkedProgram.output(
                SteadyTraining.class,
                List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch"),
                kind.engineName(),
                Integer.toString(SECONDS))
            .split(" ", -1);
    long level = Long.parseLong(told[0]);
    double slope = Double.parseDouble(told[1]);
    System.out.printf(
        "%s: resident memory %,d KB in the middle of %d s of training; slope %,.0f KB an hour%n",
        kind, level, SECONDS, slope * SECONDS_PER_HOUR);
    assertThat(slope * SECONDS / 2)
        .isLessThan(
            SECONDS >= FULL
                ? ResidentMemory.ALLOWED_SHARE * level
                : ResidentMemory.ALLOWED_GROWTH_KB);
  }
}
