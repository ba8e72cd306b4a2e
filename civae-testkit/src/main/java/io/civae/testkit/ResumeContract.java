package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.civae.CiVaeBuilder;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.EpochMetrics;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.data.LabeledDataset;
import io.civae.spi.Backend;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a training is stopped, and continued as if it had not been. */
abstract class ResumeContract extends TrainingOptionsContract {

  private static final long NEVER = Long.MAX_VALUE;
  private static final int STEPS = 12;

  ResumeContract() {}

  /** Twelve steps in three epochs, with all that a step may depend on. */
  private static TrainingTask everything() {
    CiVaeBuilder settings =
        settings()
            .epochs(3)
            .dropout(0.1)
            .discriminatorDropout(0.1)
            .weightDecay(0.01)
            .klWarmUp(0.6)
            .gradientClipping(0.5)
            .earlyStopping(5)
            .classWeighting(ClassWeighting.of(Map.of("0", 0.3, "2", 1.7)))
            .classSampling(ClassSampling.balanced());
    LabeledDataset training = mostlyUnlabelled(blobs(), 40);
    return new TrainingTask(
        settings.config(),
        training,
        otherBlobs(),
        (row, epoch, target, offset) -> {
          training.features().copyRow(row, target, offset);
          target[offset] += 0.01f * epoch;
        });
  }

  private TrainingState train(TrainingTask task, TrainingControl control) {
    try (Backend backend = provider().create()) {
      return backend.train(task, control);
    }
  }

  @Test
  void saysWhetherItCanContinueATraining() {
    try (Backend backend = provider().create()) {
      assertThat(backend.canResume()).isEqualTo(canResume());
    }
  }

  @Test
  void continuedAfterAnyStepItEndsWithTheSameBits() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingTask task = everything();
    SteppingControl whole = new SteppingControl(NEVER);
    TrainingState expected = train(task, whole);
    assertThat(expected.step()).isEqualTo(STEPS);
    for (int stop = 1; stop < STEPS; stop++) {
      SteppingControl first = new SteppingControl(stop);
      TrainingState stopped = train(task, first);
      assertThat(stopped.step()).as("stopped at").isEqualTo(stop);
      SteppingControl second = new SteppingControl(NEVER);
      TrainingState ended = train(task.startingFrom(stopped), second);
      assertSame("stopped after step " + stop, ended, expected);
      assertThat(second.seen().starts().get(0).step()).isEqualTo(stop);
      assertThat(second.seen().steps())
          .extracting(TrainingProgress::step)
          .containsExactlyElementsOf(LongStream.rangeClosed(stop + 1, STEPS).boxed().toList());
      List<EpochMetrics> epochs = new ArrayList<>(first.seen().epochs());
      epochs.addAll(second.seen().epochs());
      assertThat(timeless(epochs))
          .as("stopped after step %d", stop)
          .isEqualTo(timeless(whole.seen().epochs()));
    }
  }

  @Test
  void statesItHandsOverAreThoseItWouldHaveEndedWith() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingTask task = everything();
    SteppingControl whole = new SteppingControl(NEVER);
    TrainingState expected = train(task, whole);
    assertThat(whole.states())
        .extracting(TrainingState::step)
        .containsExactlyElementsOf(LongStream.range(1, STEPS).boxed().toList());
    for (TrainingState taken : whole.states()) {
      TrainingState stopped = train(task, new SteppingControl(taken.step()));
      assertSame("state of step " + taken.step(), stopped, taken);
      assertThat(stopped.sums().keySet()).isEqualTo(taken.sums().keySet());
      TrainingState ended = train(task.startingFrom(taken), new SteppingControl(NEVER));
      assertSame("from the state of step " + taken.step(), ended, expected);
    }
  }

  private static void assertSame(String what, TrainingState actual, TrainingState expected) {
    assertThat(actual.current()).as(what).isEqualTo(expected.current());
    assertThat(actual.epochStart()).as(what).isEqualTo(expected.epochStart());
    assertThat(actual.best()).as(what).isEqualTo(expected.best());
    assertThat(actual.rollbacks()).as(what).isEqualTo(expected.rollbacks());
    assertThat(actual.chosen()).as(what).isEqualTo(expected.chosen());
  }

  private static List<EpochMetrics> timeless(List<EpochMetrics> epochs) {
    return epochs.stream()
        .map(
            epoch ->
                new EpochMetrics(
                    epoch.epoch(), epoch.training(), epoch.validation(), epoch.learningRate(), 0))
        .toList();
  }

  @Test
  void stepByStepItEndsWithTheSameBits() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingTask task = everything();
    TrainingState state = train(task, new SteppingControl(1));
    while (state.step() < STEPS) {
      Duration before = state.elapsed();
      state = train(task.startingFrom(state), new SteppingControl(state.step() + 1));
      assertThat(state.elapsed()).isGreaterThanOrEqualTo(before);
    }
    assertSame("step by step", state, train(task, new SteppingControl(NEVER)));
  }

  @Test
  void makesNoStepFromTheEnd() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingTask task = everything();
    TrainingState end = train(task, new SteppingControl(NEVER));
    SteppingControl again = new SteppingControl(NEVER);
    assertSame("from the end", train(task.startingFrom(end), again), end);
    assertThat(again.seen().steps()).isEmpty();
    assertThat(again.seen().epochs()).isEmpty();
  }

  @Test
  void asksAfterEveryStepButTheLastWhetherToGoOn() {
    SteppingControl control = new SteppingControl(NEVER);
    train(everything(), control);
    assertThat(control.asked())
        .containsExactlyElementsOf(LongStream.range(1, STEPS).boxed().toList());
  }

  @Test
  void stopsWhenToldToAndReportsOnlyWholeEpochs() {
    SteppingControl control = new SteppingControl(6);
    TrainingState state = train(everything(), control);
    assertThat(state.step()).isEqualTo(6);
    assertThat(control.seen().steps()).hasSize(6);
    assertThat(control.seen().epochs()).extracting(EpochMetrics::epoch).containsExactly(1);
    assertFinite(state.current().parameters());
    assertFinite(state.chosen());
  }

  @Test
  void knowsWhereTheEpochUnderWayBegan() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingState between = train(everything(), new SteppingControl(4));
    assertThat(between.epochStart()).isEmpty();
    assertThat(between.sums()).isEmpty();
    TrainingState within = train(everything(), new SteppingControl(6));
    assertThat(within.epochStart()).contains(between.current());
    assertThat(within.best()).isEqualTo(between.best()).isPresent();
  }

  @Test
  void refusesAStateOfAnotherTraining() {
    assumeTrue(canResume(), "a backend that cannot resume");
    TrainingTask task = everything();
    TrainingState other = train(task(settings().latentDim(2), blobs()), new SteppingControl(1));
    TrainingState end = train(task, new SteppingControl(NEVER));
    TrainingState beyond =
        new TrainingState(
            new NetworkState(STEPS + 1, end.current().parameters(), end.current().optimizer()),
            Optional.empty(),
            Map.of(),
            end.best(),
            0,
            Duration.ZERO);
    for (TrainingState wrong : List.of(other, beyond)) {
      try (Backend backend = provider().create()) {
        TrainingControl silent = TrainingControl.of(TrainingListener.NONE);
        assertThatThrownBy(() -> backend.train(task.startingFrom(wrong), silent))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
