package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.BatchNormalization;
import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LearningRateSchedule;
import io.civae.TrainingDivergedException;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.TrainingRollback;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;

/** A training that diverges goes back to where its epoch began, and on with half the rate. */
final class RollbackTest {

  private static final double RATE = 0.01;
  private static final LabeledDataset DATA = Fixtures.blobs(2, 24, 4, 1);

  private static TrainingTask sound() {
    return task((row, epoch) -> false);
  }

  /** Three steps an epoch; a poisoned row is so far away that the loss overflows. */
  private static TrainingTask task(BiPredicate<Integer, Integer> poisoned) {
    return new TrainingTask(
        Fixtures.small()
            .batchNormalization(BatchNormalization.NONE)
            .learningRate(RATE)
            .learningRateSchedule(LearningRateSchedule.constant())
            .epochs(3)
            .batchSize(16)
            .config(),
        DATA,
        DATA,
        (row, epoch, target, offset) -> {
          DATA.features().copyRow(row, target, offset);
          if (poisoned.test(row, epoch)) {
            target[offset] = 1e30f;
          }
        });
  }

  /** The row is poisoned in one epoch, when it is read for the first time. */
  private static TrainingTask poisonedOnce(int row, int epoch) {
    AtomicBoolean poisoned = new AtomicBoolean();
    return task((r, e) -> r == row && e == epoch && !poisoned.getAndSet(true));
  }

  /** Lets training go back, and records what it is told. */
  private static class Forgiving implements TrainingControl, TrainingListener {

    private final int most;
    private final List<String> events = new ArrayList<>();
    private final List<TrainingRollback> rollbacks = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();

    Forgiving(int most) {
      this.most = most;
    }

    @Override
    public TrainingListener listener() {
      return this;
    }

    @Override
    public boolean goesOn() {
      return true;
    }

    @Override
    public boolean wantsState(TrainingProgress progress) {
      return false;
    }

    @Override
    public void take(TrainingState state) {
      throw new AssertionError("no state was wanted");
    }

    @Override
    public int rollbacks() {
      return most;
    }

    @Override
    public void rolledBack(TrainingRollback rollback) {
      events.add("back to " + rollback.backToStep());
      rollbacks.add(rollback);
    }

    @Override
    public void epochEnded(EpochMetrics metrics) {
      events.add("epoch " + metrics.epoch());
      rates.add(metrics.learningRate());
    }
  }

  /** Ends training after a step. */
  private static final class Stopping extends Forgiving {

    private final long last;
    private long step;

    Stopping(long last) {
      super(0);
      this.last = last;
    }

    @Override
    public void stepEnded(TrainingProgress progress) {
      step = progress.step();
    }

    @Override
    public boolean goesOn() {
      return step < last;
    }
  }

  private static TrainingState train(EngineKind kind, TrainingTask task, TrainingControl control) {
    try (Backend backend = DjlBackend.of(kind.engineName()).create()) {
      return backend.train(task, control);
    }
  }

  @OnEveryEngine
  void goesBackToTheStartOfTheEpochAndOnWithHalfTheRate(EngineKind kind) {
    Forgiving control = new Forgiving(3);
    TrainingState ended = train(kind, poisonedOnce(5, 2), control);
    assertThat(control.events).containsExactly("epoch 1", "back to 3", "epoch 2", "epoch 3");
    assertThat(control.rates).containsExactly(RATE, RATE / 2, RATE / 2);
    TrainingRollback rollback = control.rollbacks.get(0);
    assertThat(rollback.rollbacks()).isEqualTo(1);
    assertThat(rollback.rateFactor()).isEqualTo(0.5);
    assertThat(rollback.step()).isBetween(4L, 6L);
    assertThat(rollback.reason()).contains("loss term", "at epoch 2, step " + rollback.step());
    assertThat(ended.rollbacks()).isEqualTo(1);
    assertThat(ended.step()).isEqualTo(9);
  }

  @OnEveryEngine
  void failsWhenGoingBackDidNotHelpOftenEnough(EngineKind kind) {
    Forgiving control = new Forgiving(2);
    assertThatThrownBy(() -> train(kind, task((row, epoch) -> row == 5 && epoch == 2), control))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("at epoch 2, step ")
        .hasMessageContaining("lower learningRate (0.01, halved 2 times so far)");
    assertThat(control.events).containsExactly("epoch 1", "back to 3", "back to 3");
  }

  /**
   * What a training does that continues from a checkpoint between the epochs, with one rollback.
   */
  @OnEveryEngine
  void goesBackToTheVeryStateItEndedTheEpochWith(EngineKind kind) {
    TrainingState diverged = train(kind, poisonedOnce(5, 2), new Forgiving(1));
    TrainingTask sound = sound();
    TrainingState first = train(kind, sound, new Stopping(3));
    TrainingState slower =
        new TrainingState(
            first.current(), Optional.empty(), Map.of(), Optional.empty(), 1, Duration.ZERO);
    TrainingState continued = train(kind, sound.startingFrom(slower), new Forgiving(0));
    assertThat(diverged.current()).isEqualTo(continued.current());
    assertThat(diverged.current()).isNotEqualTo(train(kind, sound, new Forgiving(0)).current());
  }

  @OnEveryEngine
  void goesBackToTheSameStateWhenItIsContinuedWithinTheEpoch(EngineKind kind) {
    // The first row that the last step of the second epoch reads.
    CiVaeConfig config = sound().config();
    EpochPlan plan = new EpochPlan(DATA.features(), config.batchSize());
    int row = plan.order(config.seed(), 2)[plan.start(2)];
    TrainingState whole = train(kind, poisonedOnce(row, 2), new Forgiving(1));
    TrainingState within = train(kind, sound(), new Stopping(4));
    TrainingState continued =
        train(kind, poisonedOnce(row, 2).startingFrom(within), new Forgiving(1));
    assertThat(continued.current()).isEqualTo(whole.current());
    assertThat(continued.rollbacks()).isEqualTo(1);
  }

  @OnEveryEngine
  void goesBackToTheInitialNetworkInTheFirstEpoch(EngineKind kind) {
    Forgiving control = new Forgiving(3);
    TrainingState ended = train(kind, poisonedOnce(5, 1), control);
    assertThat(control.events).containsExactly("back to 0", "epoch 1", "epoch 2", "epoch 3");
    assertThat(ended.step()).isEqualTo(9);
  }
}
