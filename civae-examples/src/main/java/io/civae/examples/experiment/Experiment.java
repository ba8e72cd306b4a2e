package io.civae.examples.experiment;

import io.civae.CiVaeBuilder;
import io.civae.data.DatasetSplit;
import io.civae.examples.progress.TrainingDisplay;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Everything between data and files: trains, measures, writes, and says what came out.
 *
 * @param split observations with features in [0, 1] that are square pictures
 * @param settings of the CI-VAE; its seed draws walks and synthetic observations, too
 * @param backend trains
 * @param folder receives the files
 * @param export whether latents and reconstructions are written, too
 * @param interruption what ends the training early, and where it goes on
 */
public record Experiment(
    DatasetSplit split,
    CiVaeBuilder settings,
    BackendProvider backend,
    ExperimentFolder folder,
    boolean export,
    Interruption interruption) {

  /**
   * Runs it.
   *
   * @param out receives the results
   * @param err receives the progress
   * @throws IOException if a file cannot be written
   * @throws StoppedException if a signal has ended the training
   */
  public void run(PrintWriter out, PrintWriter err) throws IOException {
    long seed = settings.config().seed();
    try (TrainingRun run = train(err)) {
      TestFigures figures = TestFigures.of(run.model(), split.test(), seed);
      folder.write(run, figures, seed);
      if (export) {
        folder.export(run);
      }
      Summary.print(out, run, figures);
      Summary.printFiles(out, folder, export);
    }
  }

  private TrainingRun train(PrintWriter err) {
    try (StopSignals signals = StopSignals.listen();
        TrainingDisplay display = TrainingDisplay.on(settings.config(), err)) {
      TrainingRun run =
          TrainingRun.train(settings, backend, split, interruption.options(display, signals));
      try {
        signals.check(run.model().history(), interruption.advice());
      } catch (StoppedException e) {
        run.close();
        throw e;
      }
      return run;
    }
  }
}
