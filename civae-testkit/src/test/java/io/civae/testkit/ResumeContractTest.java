package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;

import io.civae.TrainingProgress;
import io.civae.spi.Backend;
import io.civae.spi.BestEpoch;
import io.civae.spi.NetworkState;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import io.civae.testkit.fixture.DelegatingControl;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices trainings that do not stop, or go on otherwise. */
class ResumeContractTest {

  private static Supplier<Backend> steered(UnaryOperator<TrainingControl> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            return super.train(task, change.apply(control));
          }
        };
  }

  private static Supplier<Backend> ending(UnaryOperator<TrainingState> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            return change.apply(super.train(task, control));
          }
        };
  }

  @Test
  void aStartThatIsIgnored() {
    Supplier<Backend> forgetful =
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                return super.train(
                    new TrainingTask(
                        task.config(),
                        task.training(),
                        task.validation().orElse(null),
                        task.rows()),
                    control);
              }
            };
    assertCaught(forgetful, ResumeContract::continuedAfterAnyStepItEndsWithTheSameBits);
    assertCaught(forgetful, ResumeContract::makesNoStepFromTheEnd);
    assertCaught(forgetful, ResumeContract::refusesAStateOfAnotherTraining);
  }

  @Test
  void aControlThatIsNotAsked() {
    Supplier<Backend> deaf =
        steered(
            control ->
                new DelegatingControl(control, control.listener()) {
                  @Override
                  public boolean goesOn() {
                    return true;
                  }
                });
    assertCaught(deaf, ResumeContract::asksAfterEveryStepButTheLastWhetherToGoOn);
    assertCaught(deaf, ResumeContract::stopsWhenToldToAndReportsOnlyWholeEpochs);
  }

  @Test
  void statesThatAreNotHandedOver() {
    assertCaught(
        steered(
            control ->
                new DelegatingControl(control, control.listener()) {
                  @Override
                  public boolean wantsState(TrainingProgress progress) {
                    return progress.step() % 2 == 0 && super.wantsState(progress);
                  }
                }),
        ResumeContract::statesItHandsOverAreThoseItWouldHaveEndedWith);
  }

  @Test
  void aStateWithoutItsBestEpochOrItsStart() {
    assertCaught(
        ending(
            state ->
                new TrainingState(
                    state.current(),
                    state.epochStart(),
                    state.sums(),
                    Optional.<BestEpoch>empty(),
                    0,
                    state.elapsed())),
        ResumeContract::knowsWhereTheEpochUnderWayBegan);
    assertCaught(
        ending(
            state ->
                new TrainingState(
                    state.current(),
                    Optional.<NetworkState>empty(),
                    state.sums(),
                    state.best(),
                    0,
                    state.elapsed())),
        ResumeContract::knowsWhereTheEpochUnderWayBegan);
  }

  @Test
  void aBackendThatClaimsTooLittle() {
    assertCaught(
        () ->
            new DelegatingBackend() {
              @Override
              public boolean canResume() {
                return false;
              }
            },
        ResumeContract::saysWhetherItCanContinueATraining);
  }
}
