package io.civae.examples.study.conditional;

import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.data.LabeledDataset;
import io.civae.spi.BackendProvider;
import io.civae.spi.NetworkParameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conditional VAE (Sohn et al., 2015): the encoder sees x and the class, the decoder z and the
 * class, each as ones and zeros beside its input. Objective {@code L + α·KL}; widths, batch
 * normalisation, schedule, transform and seed as a CI-VAE of the same settings has them. Dropout,
 * gradient clipping and early stopping are not supported: such settings are refused.
 *
 * <p>For a given class the class only shifts the first biases of encoder and decoder, so that the
 * one trained network is served as an ordinary model for each class.
 */
public final class ConditionalVae {

  private ConditionalVae() {}

  /**
   * Trains.
   *
   * @param settings of the network; {@code beta} must be 0, and its backend is set here
   * @param backend whose engine trains
   * @param training labelled observations
   * @param validation checked like those of any training; not reported on
   * @param options who watches, and what ends it early; without checkpoints
   * @return one model per class, in the order of the classes; close them
   * @throws IllegalArgumentException if an observation has no label or a setting is not supported
   */
  public static List<CiVaeModel> fit(
      CiVaeBuilder settings,
      BackendProvider backend,
      LabeledDataset training,
      @Nullable LabeledDataset validation,
      FitOptions options) {
    List<NetworkParameters> byClass = new ArrayList<>();
    BackendProvider conditional =
        new BorrowedEngine(
            backend,
            (engine, task, control) -> {
              byClass.addAll(ConditionalTraining.run(engine, task, control));
              return byClass.get(0);
            });
    List<CiVaeModel> models = new ArrayList<>();
    models.add(settings.backend(conditional).build().fit(training, validation, options));
    for (NetworkParameters parameters : byClass.subList(1, byClass.size())) {
      BackendProvider trained = new BorrowedEngine(backend, (engine, task, control) -> parameters);
      models.add(settings.backend(trained).build().fit(training));
    }
    return models;
  }
}
