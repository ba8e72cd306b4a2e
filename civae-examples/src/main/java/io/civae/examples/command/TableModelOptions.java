package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.FitOptions;
import io.civae.data.LabeledDataset;
import io.civae.examples.experiment.StopSignals;
import io.civae.examples.experiment.StoppedException;
import io.civae.examples.progress.TrainingDisplay;
import io.civae.examples.table.TableRecipe;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Where the model of a table comes from: a file or a training. */
final class TableModelOptions {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Use a model that --save-model kept; the columns must be the same.")
  @Nullable Path model;

  @Option(
      names = "--save-model",
      paramLabel = "FILE",
      description = "Keep the trained model, which holds no row of the table.")
  @Nullable Path saveModel;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the training and everything after. Default: ${DEFAULT-VALUE}")
  long seed = 7;

  @Mixin TrainingOptions training = new TrainingOptions();

  @Mixin EngineOption engine = new EngineOption();

  @Nullable Path model() {
    return model;
  }

  @Nullable Path saveModel() {
    return saveModel;
  }

  /**
   * Refuses what would go unheeded.
   *
   * @param typed by the user
   * @param alsoTraining options that this command has no other use for
   * @throws IllegalArgumentException if a setting of a training is typed beside a trained model
   */
  void check(List<OptionSpec> typed, String... alsoTraining) {
    if (model() == null) {
      return;
    }
    List<String> own =
        Stream.concat(
                Stream.of(TrainingOptions.class, EngineOption.class)
                    .flatMap(type -> Stream.of(type.getDeclaredFields()))
                    .map(field -> field.getAnnotation(Option.class))
                    .filter(option -> option != null)
                    .flatMap(option -> Stream.of(option.names())),
                Stream.concat(Stream.of("--save-model"), Stream.of(alsoTraining)))
            .toList();
    for (OptionSpec option : typed) {
      if (own.contains(option.longestName())) {
        throw new IllegalArgumentException(
            option.longestName() + " is for training; with --model there is none");
      }
    }
  }

  /**
   * Does what only a model can make fail, and names its file.
   *
   * @throws IllegalArgumentException if the model does not fit
   */
  <T> T blamed(Supplier<T> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw model == null ? e : new IllegalArgumentException(model + ": " + e.getMessage(), e);
    }
  }

  /**
   * The settings of a training: a recipe with what was typed.
   *
   * @throws IllegalArgumentException if one is out of range
   * @throws io.civae.BackendException if there is no such engine
   */
  CiVaeBuilder settings(CiVaeBuilder recipe) {
    return training.applyTo(recipe.seed(seed)).backend(engine.backend());
  }

  /** Trains on all rows and keeps the model if that was asked for. */
  CiVaeModel trained(LabeledDataset data, Streams streams) {
    CiVae ciVae = settings(TableRecipe.settings(data.size())).build();
    CiVaeModel model;
    try (StopSignals signals = StopSignals.listen();
        TrainingDisplay display = TrainingDisplay.on(ciVae.config(), streams.err())) {
      FitOptions options =
          FitOptions.builder().listener(display).cancellation(signals.cancellation()).build();
      model = ciVae.fit(data, null, options);
      try {
        signals.check(model.history(), "nothing is kept of it");
      } catch (StoppedException e) {
        model.close();
        throw e;
      }
    }
    Path kept = saveModel();
    if (kept != null) {
      try {
        model.save(kept);
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    }
    return model;
  }
}
