package io.civae.examples.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingDisplayTest {

  private static final CiVaeConfig CONFIG =
      CiVae.builder().epochs(12).batchSize(8).alpha(0.01).beta(8).config();

  private final StringWriter written = new StringWriter();

  private static EpochMetrics epoch(int number) {
    return new EpochMetrics(
        number,
        new LossTerms(33.5, 30.25, 85.04, 0.3001, 0.9),
        Optional.of(new LossTerms(31, 29.125, 80, 0.2, 0.9625)),
        1e-3,
        2.5);
  }

  private static void train(TrainingDisplay display) {
    display.trainingStarted(CONFIG, progress(0));
    for (int step = 1; step <= 20; step++) {
      display.stepEnded(progress(step));
      if (step % 10 == 0) {
        display.epochEnded(epoch(step / 10));
      }
    }
  }

  private static TrainingProgress progress(int step) {
    return new TrainingProgress(1 + step / 10, 12, step, 120, Duration.ofSeconds(step));
  }

  @Test
  void printsALineForEachEpochWhereNobodyWatches() {
    try (TrainingDisplay display = new TrainingDisplay(CONFIG, new PrintWriter(written), false)) {
      train(display);
    }
    assertThat(written.toString().lines())
        .containsExactly(
            "epoch  1/12  loss   33.50 = rec 30.25 + 0.01 KL 85.0 + 8 CE 0.300"
                + " | validation rec 29.13 acc 96.3 % | 1:50 left",
            "epoch  2/12  loss   33.50 = rec 30.25 + 0.01 KL 85.0 + 8 CE 0.300"
                + " | validation rec 29.13 acc 96.3 % | 1:40 left");
  }

  @Test
  void leavesTheSameLinesOnATerminalAndNoBar() {
    try (TrainingDisplay display = new TrainingDisplay(CONFIG, new PrintWriter(written), true)) {
      train(display);
    }
    List<String> screen = asOnScreen(written.toString());
    assertThat(screen).hasSize(3);
    assertThat(screen.get(0)).startsWith("epoch  1/12 ");
    assertThat(screen.get(1)).startsWith("epoch  2/12 ");
    assertThat(screen.get(2)).isEmpty();
    assertThat(written.toString()).contains("training", "/120");
  }

  @Test
  void staysWithinTheNarrowestUsualTerminal() {
    try (TrainingDisplay display = new TrainingDisplay(CONFIG, new PrintWriter(written), true)) {
      train(display);
    }
    for (String painted : written.toString().split("[\r\n]+", -1)) {
      if (painted.startsWith("training")) {
        assertThat(painted.stripTrailing()).hasSizeLessThan(80);
      }
    }
  }

  @Test
  void survivesATrainingThatNeverStarts() {
    new TrainingDisplay(CONFIG, new PrintWriter(written), true).close();
    assertThat(written.toString()).isEmpty();
  }

  @Test
  void tellsTimeInMinutesAndHours() {
    assertThat(ClockText.of(Duration.ofMillis(400))).isEqualTo("0:00");
    assertThat(ClockText.of(Duration.ofSeconds(65))).isEqualTo("1:05");
    assertThat(ClockText.of(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
  }

  /** What a terminal shows after these characters: a carriage return overwrites from the left. */
  private static List<String> asOnScreen(String characters) {
    return Arrays.stream(characters.split("\n", -1))
        .map(
            line -> {
              StringBuilder cells = new StringBuilder();
              for (String part : line.split("\r", -1)) {
                cells.replace(0, Math.min(part.length(), cells.length()), part);
              }
              return cells.toString().stripTrailing();
            })
        .toList();
  }
}
