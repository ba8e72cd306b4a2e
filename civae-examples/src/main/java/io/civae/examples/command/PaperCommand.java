package io.civae.examples.command;

import io.civae.CiVaeBuilder;
import io.civae.data.LabeledDataset;
import io.civae.examples.experiment.ExperimentFolder;
import io.civae.examples.mnist.MnistFiles;
import io.civae.examples.study.QuickStudy;
import io.civae.examples.study.Recipe;
import io.civae.examples.study.Study;
import io.civae.examples.study.StudyRow;
import io.civae.examples.study.StudySettings;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The paper's study on MNIST. */
@Command(
    name = "paper",
    description = {
      "Repeats the paper's study on MNIST and measures its claims.",
      "Trains CI-VAE, VAE, autoencoder and conditional VAE under several seeds on the same split"
          + " and measures all on the same walks by the same independent judge. Writes report.html,"
          + " all of it on one page with walks to drag along; figures/, the paper's figures 3 to 7"
          + " and an animated GIF of a walk of each class; metrics.json, table1.md and table1.csv."
          + " Trainings are kept in runs/, those that were stopped with a checkpoint: the same"
          + " command goes on where it was."
    })
final class PaperCommand implements Callable<Integer> {

  private static final int JUDGE_EPOCHS = 40;

  /** One model and its walks: what would go unheeded is refused. */
  private static final Set<String> NOT_OF_TRAVERSALS =
      Set.of("--seeds", "--baselines", "--sweep", "--semi-supervised", "--peer");

  @Mixin MnistSource source = new MnistSource();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write and to go on; made if missing. Default: ${DEFAULT-VALUE}")
  Path out = Path.of("civae-paper");

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "Trainings of each model. Default: 3, with --quick 2.")
  @Nullable Integer seeds;

  @Option(
      names = "--baselines",
      split = ",",
      arity = "0..1",
      paramLabel = "MODEL",
      description =
          "Models to train beside the CI-VAE and the VAE: autoencoder, conditional-vae, or none"
              + " when nothing follows. Default: both.")
  Set<StudyRow> baselines = EnumSet.allOf(StudyRow.class);

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the split, the walks and the judge. Default: ${DEFAULT-VALUE}")
  long seed = 7;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Walks of each class that are measured. Default: ${DEFAULT-VALUE}")
  int pairs = 200;

  @Option(
      names = "--quick",
      description =
          "The whole study small, --sweep and --semi-supervised included: few images, a small"
              + " network, few epochs.")
  boolean quick;

  @Option(
      names = "--sweep",
      description = "Also a grid over alpha and beta: sweep.md, sweep.csv and a plot.")
  boolean sweep;

  @Option(
      names = "--semi-supervised",
      description =
          "Also trainings with 0.1 %%, 1 %%, 10 %% and 100 %% of the labels: semi-supervised.md and"
              + " semi-supervised.csv.")
  boolean semiSupervised;

  @Option(
      names = "--traversals",
      description =
          "Only compare the kinds of walks on the first CI-VAE, trained unless it is kept:"
              + " traversals.md and traversals.csv.")
  boolean traversals;

  @Option(
      names = "--peer",
      paramLabel = "FILE",
      description =
          "Another implementation's figures for the table, one JSON object a line; docs/study.md"
              + " says which.")
  @Nullable Path peer;

  @Mixin RecipeOption recipe = new RecipeOption();

  @Mixin TrainingOptions training = new TrainingOptions();

  @Mixin EngineOption engine = new EngineOption();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Streams streams = Streams.of(spec);
    StudySettings settings = streams.understood(() -> settings(streams));
    BackendProvider backend = streams.understood(engine::backend);
    MnistFiles files = source.files();
    // Read before the folder is made: damaged data leave none behind.
    LabeledDataset images = files.read();
    ExperimentFolder folder = ExperimentFolder.create(out);
    if (quick) {
      images = QuickStudy.of(images, seed);
    }
    Study study = new Study(settings, backend, folder.path(), Optional.ofNullable(peer));
    if (traversals) {
      study.compareTraversals(images, streams.out(), streams.err());
    } else {
      study.run(images, streams.out(), streams.err());
    }
    return 0;
  }

  private void checkHeeded(Streams streams) {
    for (OptionSpec option : streams.command().getParseResult().matchedOptions()) {
      if (traversals && NOT_OF_TRAVERSALS.contains(option.longestName())) {
        throw new IllegalArgumentException(
            option.longestName() + " is for the study; with --traversals there is none");
      }
    }
  }

  private StudySettings settings(Streams streams) {
    checkHeeded(streams);
    Recipe chosen = recipe.recipe == null ? Recipe.PLAIN : recipe.recipe;
    builder(chosen).config();
    return new StudySettings(
        chosen.toString(),
        () -> builder(chosen),
        chosen.transform(),
        baselines,
        seeds == null ? (quick ? QuickStudy.SEEDS : 3) : seeds,
        seed,
        pairs,
        quick ? QuickStudy.JUDGE_EPOCHS : JUDGE_EPOCHS,
        sweep || quick,
        semiSupervised || quick,
        quick);
  }

  private CiVaeBuilder builder(Recipe chosen) {
    CiVaeBuilder builder = chosen.builder();
    return training.applyTo(quick ? QuickStudy.shrink(builder) : builder);
  }
}
