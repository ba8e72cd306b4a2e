package io.civae.testkit;

import static io.civae.testkit.Sabotage.assertCaught;

import io.civae.TrainingProgress;
import io.civae.spi.Backend;
import io.civae.spi.ClassifierTask;
import io.civae.spi.NetworkParameters;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingRows;
import io.civae.testkit.fixture.DelegatingBackend;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices classifiers that are wrong. */
class ClassifierContractTest {

  private static Supplier<Backend> training(UnaryOperator<ClassifierTask> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public NetworkParameters trainClassifier(
              ClassifierTask task, Consumer<TrainingProgress> progress) {
            return super.trainClassifier(change.apply(task), progress);
          }
        };
  }

  private static Supplier<Backend> returning(UnaryOperator<Map<String, Tensor>> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public NetworkParameters trainClassifier(
              ClassifierTask task, Consumer<TrainingProgress> progress) {
            NetworkParameters right = super.trainClassifier(task, progress);
            Map<String, Tensor> tensors = new HashMap<>();
            right.names().forEach(name -> tensors.put(name, right.get(name)));
            return NetworkParameters.of(change.apply(tensors));
          }
        };
  }

  @Test
  void rowsThatAreIgnored() {
    assertCaught(
        training(
            task ->
                new ClassifierTask(
                    task.config(), task.training(), TrainingRows.of(task.training().features()))),
        ClassifierContract::aClassifierLearnsFromTheRowsOfItsTask);
  }

  @Test
  void aClassifierThatHasLearntNothing() {
    assertCaught(
        returning(
            tensors -> {
              Tensor weight = tensors.get("classifier.output.weight");
              if (weight != null) {
                tensors.put(
                    "classifier.output.weight",
                    Tensor.of(new float[weight.size()], weight.shape()));
              }
              return tensors;
            }),
        ClassifierContract::aClassifierTellsBlobsApartThatItHasNotSeen);
  }

  @Test
  void parametersThatDoNotBelong() {
    assertCaught(
        returning(
            tensors -> {
              tensors.put("discriminator.bias", Tensor.of(new float[3], 3));
              return tensors;
            }),
        ClassifierContract::namesAndShapesOfAClassifierFitTheConfiguration);
  }

  @Test
  void progressThatIsNotTold() {
    Supplier<Backend> silent =
        () ->
            new DelegatingBackend() {
              @Override
              public NetworkParameters trainClassifier(
                  ClassifierTask task, Consumer<TrainingProgress> progress) {
                return super.trainClassifier(task, ignored -> {});
              }
            };
    assertCaught(silent, ClassifierContract::tellsOfEveryStepOfAClassifier);
    assertCaught(silent, ClassifierContract::anExceptionOnTheWayOfAClassifierReachesTheCaller);
    assertCaught(silent, ClassifierContract::interruptEndsAClassifiersTrainingEarlyAndStaysSet);
  }
}
