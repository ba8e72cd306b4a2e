package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;
import static io.civae.testkit.Sabotage.reporting;
import static io.civae.testkit.Sabotage.telling;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingHistory;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract notices trainings that tell or end wrongly. */
class ProgressContractTest {

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static EpochMetrics withTraining(EpochMetrics metrics, LossTerms terms) {
    return new EpochMetrics(
        metrics.epoch(), terms, metrics.validation(), metrics.learningRate(), metrics.seconds());
  }

  @Test
  void stepsOrEpochsNotTold() {
    assertCaught(
        telling(
            listener ->
                new TrainingListener() {
                  @Override
                  public void stepEnded(TrainingProgress progress) {
                    listener.stepEnded(progress);
                  }
                }),
        ProgressContract::tellsOfEveryStepAndEveryEpochInOrder);
    assertCaught(
        telling(
            listener ->
                new TrainingListener() {
                  @Override
                  public void epochEnded(EpochMetrics metrics) {
                    listener.epochEnded(metrics);
                  }
                }),
        ProgressContract::tellsOfEveryStepAndEveryEpochInOrder);
  }

  @Test
  void aStartNotToldOrAnEndToldByTheBackend() {
    assertCaught(
        reporting(epoch -> epoch), ProgressContract::tellsOfTheStartOnceAndLeavesTheEndToItsCaller);
    assertCaught(
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                TrainingState trained = super.train(task, control);
                control.listener().trainingEnded(TrainingHistory.of(List.of()));
                return trained;
              }
            },
        ProgressContract::tellsOfTheStartOnceAndLeavesTheEndToItsCaller);
  }

  @Test
  void metricsThatAreWrong() {
    assertCaught(
        reporting(epoch -> withTraining(epoch, new LossTerms(Double.NaN, 1, 1, 1, 1))),
        ProgressContract::metricsAreFiniteAndTheTotalDoesNotRise);
    assertCaught(
        reporting(epoch -> withTraining(epoch, new LossTerms(epoch.epoch(), 1, 1, 1, 1))),
        ProgressContract::metricsAreFiniteAndTheTotalDoesNotRise);
    assertCaught(
        reporting(epoch -> withTraining(epoch, new LossTerms(1e9, 1, 1, 1, 1))),
        ProgressContract::totalIsTheWeightedSumOfTheTerms);
    assertCaught(
        reporting(epoch -> withTraining(epoch, new LossTerms(1, 1, 0, 0.7, 0))),
        ProgressContract::withoutLabelsTheDiscriminatorTermIsZeroAndItsAccuracyUnknown);
  }

  @Test
  void validationReportedWhereThereIsNoneOrNotWhereThereIs() {
    assertCaught(
        reporting(
            epoch ->
                new EpochMetrics(
                    epoch.epoch(), epoch.training(), Optional.of(epoch.training()), 1, 1)),
        ProgressContract::reportsOnValidationDataOnlyIfThereAreSome);
    assertCaught(
        reporting(
            epoch -> new EpochMetrics(epoch.epoch(), epoch.training(), Optional.empty(), 1, 1)),
        ProgressContract::reportsOnValidationDataOnlyIfThereAreSome);
  }

  @Test
  void anInterruptThatIsIgnoredOrSwallowed() {
    assertCaught(
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                try {
                  return super.train(task, control);
                } finally {
                  Thread.interrupted();
                }
              }
            },
        ProgressContract::interruptEndsTheTrainingEarlyAndStaysSet);
    assertCaught(
        telling(
            listener ->
                new TrainingListener() {
                  private boolean interrupted;

                  @Override
                  public void stepEnded(TrainingProgress progress) {
                    listener.stepEnded(progress);
                    interrupted |= Thread.interrupted();
                    if (interrupted && progress.step() == progress.steps()) {
                      Thread.currentThread().interrupt();
                    }
                  }
                }),
        ProgressContract::interruptEndsTheTrainingEarlyAndStaysSet);
  }

  @Test
  void aListenersExceptionSwallowed() {
    assertCaught(
        telling(
            listener ->
                new TrainingListener() {
                  @Override
                  public void stepEnded(TrainingProgress progress) {
                    try {
                      listener.stepEnded(progress);
                    } catch (IllegalStateException e) {
                      // The mistake to be noticed.
                    }
                  }
                }),
        ProgressContract::anExceptionOfTheListenerReachesTheCaller);
  }

  @Test
  void aDeviceIgnored() {
    assertCaught(
        () ->
            new DelegatingBackend() {
              @Override
              public TrainingState train(TrainingTask task, TrainingControl control) {
                CiVaeConfig config = task.config().toBuilder().device("cpu").config();
                return super.train(new TrainingTask(config, task.training(), null), control);
              }
            },
        ProgressContract::refusesADeviceThatDoesNotExist);
  }
}
