package io.civae.examples.command;

import io.civae.CheckpointMismatchException;
import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.Likelihood;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import io.civae.examples.experiment.Experiment;
import io.civae.examples.experiment.ExperimentFolder;
import io.civae.examples.experiment.Interruption;
import io.civae.examples.mnist.MnistFiles;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains on the 70,000 handwritten digits of MNIST. */
@Command(
    name = "mnist",
    description = {
      "Trains on the handwritten digits of MNIST.",
      "All 70,000 images are pooled, pixels in [0, 1], and split 80/10/10 within each class. Writes"
          + " walks.png, synthetic.png, metrics.json and model.civae."
    })
final class MnistCommand implements Callable<Integer> {

  @Mixin MnistSource source = new MnistSource();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; made if missing. Default: ${DEFAULT-VALUE}")
  Path out = Path.of("civae-mnist");

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the split and everything after. Default: ${DEFAULT-VALUE}")
  long seed = 7;

  @Mixin RecipeOption recipe = new RecipeOption();

  @Mixin TrainingOptions training = new TrainingOptions();

  @Mixin CheckpointOptions checkpoints = new CheckpointOptions();

  @Mixin EngineOption engine = new EngineOption();

  @Option(
      names = "--export",
      description =
          "Also write train.csv and test.csv (label,z0,z1,... with the posterior means) and, in the"
              + " order of test.csv, test-observations.npy and reconstructions.npy (float32).")
  boolean export;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    CiVaeBuilder settings = streams.understood(this::settings);
    BackendProvider backend = streams.understood(engine::backend);
    Interruption interruption = streams.understood(checkpoints::interruption);
    MnistFiles files = source.files();
    // Read before the folder is made: damaged data leave none behind.
    LabeledDataset images = files.read();
    ExperimentFolder folder = ExperimentFolder.create(out);
    Experiment experiment =
        new Experiment(
            images.split(0.8, 0.1, 0.1, seed), settings, backend, folder, export, interruption);
    try {
      experiment.run(streams.out(), streams.err());
    } catch (CheckpointMismatchException e) {
      throw new ParameterException(streams.command(), String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  /** Likelihood and scaling are set so that the weights typed always mean the same. */
  private CiVaeBuilder settings() {
    CiVaeBuilder base = recipe.recipe == null ? CiVae.builder() : recipe.recipe.builder();
    return training.applyTo(base.likelihood(Likelihood.GAUSSIAN).scaling(Scaling.NONE).seed(seed));
  }
}
