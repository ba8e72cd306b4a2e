package io.civae.examples.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExitGateTest {

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void letsAnExitThroughBetweenStepsAndNoStepAfterIt() throws InterruptedException {
    ExitGate gate = ExitGate.shut();
    Thread exit = gate.atExit();
    exit.start();
    awaitWaiting(exit);
    Thread steps = new Thread(gate::pass);
    steps.start();
    exit.join();
    awaitWaiting(steps);
    assertThat(steps.isAlive()).isTrue();
    gate.close();
    steps.join();
  }

  @Test
  void passesAtOnceWhileNobodyWaits() {
    try (ExitGate gate = ExitGate.shut()) {
      gate.pass();
      gate.pass();
      assertThat(gate.atExit().getState()).isEqualTo(Thread.State.NEW);
    }
  }

  @Test
  void tellsTheListenerEverything() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingStarted(CiVaeConfig config, TrainingProgress start) {
            told.add("started " + config.epochs() + " " + start.step());
          }

          @Override
          public void stepEnded(TrainingProgress progress) {
            told.add("step " + progress.step());
          }

          @Override
          public void epochEnded(EpochMetrics metrics) {
            told.add("epoch " + metrics.epoch());
          }

          @Override
          public void trainingEnded(TrainingHistory history) {
            told.add("ended " + history.epochs().size());
          }
        };
    EpochMetrics epoch =
        new EpochMetrics(1, new LossTerms(0, 0, 0, 0, 0), Optional.empty(), 0.1, 1);
    try (ExitGate gate = ExitGate.shut()) {
      TrainingListener gated = gate.after(listener);
      gated.trainingStarted(
          CiVae.builder().epochs(9).config(), new TrainingProgress(1, 9, 0, 9, Duration.ZERO));
      gated.stepEnded(new TrainingProgress(1, 9, 1, 9, Duration.ZERO));
      gated.epochEnded(epoch);
      gated.trainingEnded(TrainingHistory.of(List.of(epoch)));
    }
    assertThat(told).containsExactly("started 9 0", "step 1", "epoch 1", "ended 1");
  }
}
