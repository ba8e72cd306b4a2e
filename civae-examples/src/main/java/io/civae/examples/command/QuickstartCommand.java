package io.civae.examples.command;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.data.LabeledDataset;
import io.civae.examples.experiment.Experiment;
import io.civae.examples.experiment.ExperimentFolder;
import io.civae.examples.experiment.Interruption;
import io.civae.spi.BackendProvider;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains on digits that the library draws itself. */
@Command(
    name = "quickstart",
    description = {
      "Trains on synthetic digits in under a minute.",
      "Needs no download. Writes walks.png (walks within a class), synthetic.png (synthetic digits of"
          + " each class), metrics.json and model.civae."
    })
final class QuickstartCommand implements Callable<Integer> {

  /** Enough to learn digits well, little enough for under a minute on two cores. */
  private static final int[] HIDDEN_LAYERS = {256, 128, 64};

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; made if missing. Default: ${DEFAULT-VALUE}")
  Path out = Path.of("civae-quickstart");

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Draws the digits, the split and everything after. Default: ${DEFAULT-VALUE}")
  long seed = 7;

  @Mixin EngineOption engine = new EngineOption();

  @Option(names = "--per-class", hidden = true)
  int perClass = 1_000;

  @Option(names = "--epochs", hidden = true)
  int epochs = 18;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    BackendProvider backend = streams.understood(engine::backend);
    CiVaeBuilder settings = streams.understood(this::settings);
    ExperimentFolder folder = ExperimentFolder.create(out);
    LabeledDataset digits = SyntheticDatasets.digits(perClass, seed);
    new Experiment(
            digits.split(0.8, 0.1, 0.1, seed), settings, backend, folder, false, Interruption.NONE)
        .run(streams.out(), streams.err());
    return 0;
  }

  private CiVaeBuilder settings() {
    return CiVae.builder().hiddenLayers(HIDDEN_LAYERS).epochs(epochs).batchSize(64).seed(seed);
  }
}
