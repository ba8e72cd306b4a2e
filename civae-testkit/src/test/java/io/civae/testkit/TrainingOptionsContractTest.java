package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;
import static io.civae.testkit.Sabotage.reporting;

import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.spi.Backend;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices training options that are not heeded. */
class TrainingOptionsContractTest {

  private static Supplier<Backend> training(UnaryOperator<TrainingTask> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            return super.train(change.apply(task), control);
          }
        };
  }

  @Test
  void rowsThatAreIgnored() {
    Supplier<Backend> ignoring =
        training(
            task ->
                new TrainingTask(task.config(), task.training(), task.validation().orElse(null)));
    assertCaught(
        ignoring, TrainingOptionsContract::learnsFromTheRowsOfTheTaskAndNotFromItsFeatures);
    assertCaught(ignoring, TrainingOptionsContract::readsEveryRowAndOnlyThoseOfEpochsThereAre);
    assertCaught(ignoring, TrainingOptionsContract::aFailingTransformReachesTheCaller);
  }

  @Test
  void epochsThatDoNotExist() {
    assertCaught(
        training(
            task ->
                new TrainingTask(
                    task.config(),
                    task.training(),
                    null,
                    (row, epoch, target, offset) ->
                        task.rows().copyRow(row, epoch - 1, target, offset))),
        TrainingOptionsContract::readsEveryRowAndOnlyThoseOfEpochsThereAre);
  }

  @Test
  void validationDataThatAreTransformed() {
    assertCaught(
        training(
            task -> new TrainingTask(task.config(), task.training(), task.training(), task.rows())),
        TrainingOptionsContract::validationSeesObservationsAsTheyAre);
  }

  @Test
  void patienceThatIsIgnored() {
    assertCaught(
        training(
            task ->
                new TrainingTask(
                    task.config().toBuilder().earlyStopping(0).config(),
                    task.training(),
                    task.validation().orElse(null),
                    task.rows())),
        TrainingOptionsContract::earlyStoppingReturnsTheBestEpochAndStopsWhenPatienceHasRunOut);
  }

  @Test
  void aModelThatIsNotThatOfTheBestEpoch() {
    assertCaught(
        reporting(epoch -> validated(epoch, -0.5 * epoch.epoch())),
        TrainingOptionsContract::earlyStoppingReturnsTheBestEpochAndStopsWhenPatienceHasRunOut);
  }

  @Test
  void totalsWithAnotherAlpha() {
    assertCaught(
        reporting(epoch -> validated(epoch, 0.5)),
        TrainingOptionsContract::metricsCarryTheFullAlphaDuringWarmUp);
  }

  private static EpochMetrics validated(EpochMetrics epoch, double more) {
    return new EpochMetrics(
        epoch.epoch(),
        epoch.training(),
        epoch
            .validation()
            .map(
                terms ->
                    new LossTerms(
                        terms.total() + more,
                        terms.reconstruction(),
                        terms.klDivergence(),
                        terms.discriminator(),
                        terms.discriminatorAccuracy())),
        epoch.learningRate(),
        epoch.seconds());
  }
}
