package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.EpochMetrics;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import io.civae.spi.Backend;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import io.civae.spi.NetworkState;
import io.civae.spi.Tensor;
import io.civae.spi.TrainingControl;
import io.civae.spi.TrainingState;
import io.civae.spi.TrainingTask;
import io.civae.testkit.fixture.DelegatingBackend;
import io.civae.testkit.fixture.DelegatingControl;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Backends that get one thing wrong, and the check that the contract notices. */
final class Sabotage {

  private Sabotage() {}

  static void assertCaught(Supplier<Backend> backend, Consumer<BackendContract> test) {
    BackendContract contract =
        new BackendContract() {
          @Override
          protected BackendProvider provider() {
            return new BackendProvider() {
              @Override
              public String name() {
                return "sabotaged";
              }

              @Override
              public Backend create() {
                return backend.get();
              }
            };
          }

          @Override
          protected boolean trainsHiddenLayers() {
            return false;
          }
        };
    assertThatThrownBy(() -> test.accept(contract)).isInstanceOf(AssertionError.class);
  }

  /** A backend whose trained parameters are tampered with. */
  static Supplier<Backend> returning(UnaryOperator<Map<String, Tensor>> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            TrainingState right = super.train(task, control);
            Map<String, Tensor> tensors = new HashMap<>();
            NetworkParameters parameters = right.chosen();
            parameters.names().forEach(name -> tensors.put(name, parameters.get(name)));
            return TrainingState.of(
                NetworkState.initial(NetworkParameters.of(change.apply(tensors))));
          }
        };
  }

  static UnaryOperator<Map<String, Tensor>> filling(String name, float value) {
    return tensors -> {
      Tensor tensor = tensors.get(name);
      if (tensor != null) {
        float[] values = tensor.values();
        values[0] = value;
        tensors.put(name, Tensor.of(values, tensor.shape()));
      }
      return tensors;
    };
  }

  /** A backend that tells its listener something else. */
  static Supplier<Backend> telling(UnaryOperator<TrainingListener> change) {
    return () ->
        new DelegatingBackend() {
          @Override
          public TrainingState train(TrainingTask task, TrainingControl control) {
            return super.train(
                task, new DelegatingControl(control, change.apply(control.listener())));
          }
        };
  }

  /** A backend whose metrics are tampered with. */
  static Supplier<Backend> reporting(UnaryOperator<EpochMetrics> change) {
    return telling(
        listener ->
            new TrainingListener() {
              @Override
              public void stepEnded(TrainingProgress progress) {
                listener.stepEnded(progress);
              }

              @Override
              public void epochEnded(EpochMetrics metrics) {
                listener.epochEnded(change.apply(metrics));
              }
            });
  }
}
