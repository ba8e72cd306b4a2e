package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;

import io.civae.CiVaeBuilder;
import io.civae.ClassSampling;
import io.civae.ClassWeighting;
import io.civae.spi.Backend;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices weights and sampling that are not heeded. */
class ImbalanceContractTest {

  private static Supplier<Backend> setting(UnaryOperator<CiVaeBuilder> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            return super.train(
                new TrainingTask(
                    change.apply(task.config().toBuilder()).config(),
                    task.training(),
                    task.validation().orElse(null),
                    task.rows()),
                control);
          }
        };
  }

  @Test
  void weightsThatAreIgnored() {
    Supplier<Backend> ignoring = setting(all -> all.classWeighting(ClassWeighting.none()));
    assertCaught(ignoring, ImbalanceContract::metricsCarryTheWeightsOfTheTraining);
    assertCaught(ignoring, ImbalanceContract::classesAreWeightedAndOnlyTheirRatiosMatter);
    assertCaught(ignoring, ImbalanceContract::aRareClassIsFoundMoreOftenWithWeightsAndWithSampling);
  }

  @Test
  void samplingThatIsIgnored() {
    Supplier<Backend> ignoring = setting(all -> all.classSampling(ClassSampling.natural()));
    assertCaught(ignoring, ImbalanceContract::anEpochShowsAsManyOfEachClassAsAskedFor);
    assertCaught(ignoring, ImbalanceContract::samplingRepeatsWithTheSeed);
    assertCaught(ignoring, ImbalanceContract::aRareClassIsFoundMoreOftenWithWeightsAndWithSampling);
  }
}
