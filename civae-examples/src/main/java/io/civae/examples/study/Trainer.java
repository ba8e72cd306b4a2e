package io.civae.examples.study;

import io.civae.Checkpoints;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.FitOptions;
import io.civae.examples.experiment.Interruption;
import io.civae.examples.experiment.StopSignals;
import io.civae.examples.experiment.StoppedException;
import io.civae.examples.progress.TrainingDisplay;
import io.civae.examples.study.conditional.ConditionalVae;
import io.civae.spi.BackendProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the models of a study, each once: a finished training is kept and found again, and one that
 * was stopped goes on from its last checkpoint.
 */
final class Trainer {

  private final Path runs;
  private final BackendProvider backend;
  private final PrintWriter err;
  private final StudyProgress progress;

  Trainer(Path runs, BackendProvider backend, PrintWriter err, StudyProgress progress) {
    this.runs = runs;
    this.backend = backend;
    this.err = err;
    this.progress = progress;
  }

  RunFolder folder(RunSpec spec) {
    return new RunFolder(runs.resolve(spec.name()));
  }

  /** Fails before any work if a kept training has other settings than the planned one. */
  void requireFitting(List<RunSpec> planned) throws IOException {
    for (RunSpec spec : planned) {
      folder(spec).record(spec.settings(backend.name()));
    }
  }

  /** The model of a run; the caller closes it. */
  StudyModel obtain(RunSpec spec) throws IOException {
    RunFolder folder = folder(spec);
    Optional<StudyModel> kept = folder.load(spec, backend);
    if (kept.isPresent()) {
      // Those of a program that was killed between the two.
      folder.discardCheckpoints();
      progress.kept(spec, kept.get().seconds());
      return kept.get();
    }
    progress.started(spec);
    List<CiVaeModel> models = train(spec, folder);
    double seconds =
        models.get(0).history().epochs().stream().mapToDouble(EpochMetrics::seconds).sum();
    folder.save(spec, models, seconds, backend.name());
    folder.discardCheckpoints();
    progress.finished(spec, seconds);
    return new StudyModel(spec, models, seconds);
  }

  /** The model of a finished run; the caller closes it. */
  StudyModel kept(RunSpec spec) throws IOException {
    return folder(spec)
        .load(spec, backend)
        .orElseThrow(() -> new IllegalStateException(spec.name() + " is not trained yet"));
  }

  private List<CiVaeModel> train(RunSpec spec, RunFolder folder) throws IOException {
    CiVaeBuilder settings = spec.config().toBuilder();
    spec.transform().ifPresent(settings::observationTransform);
    // The conditional VAE's training is a program of its own that keeps none.
    Optional<Path> checkpoints =
        spec.row() == StudyRow.CONDITIONAL_VAE
            ? Optional.empty()
            : Optional.of(folder.begin(spec.settings(backend.name())));
    List<CiVaeModel> models;
    try (StopSignals signals = StopSignals.listen();
        TrainingDisplay display = TrainingDisplay.on(spec.config(), err)) {
      Interruption interruption =
          new Interruption(checkpoints.map(Checkpoints::in), Optional.empty());
      models = fit(spec, settings, interruption.options(display, signals));
      try {
        signals.check(
            models.get(0).history(),
            checkpoints.isPresent()
                ? interruption.advice()
                : "it keeps no checkpoints, but finished trainings are kept: the same command goes on");
      } catch (StoppedException e) {
        models.forEach(CiVaeModel::close);
        throw e;
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      models.forEach(CiVaeModel::close);
      throw new InterruptedIOException("interrupted while training " + spec.name());
    }
    return models;
  }

  private List<CiVaeModel> fit(RunSpec spec, CiVaeBuilder settings, FitOptions options) {
    if (spec.row() == StudyRow.CONDITIONAL_VAE) {
      return ConditionalVae.fit(settings, backend, spec.training(), spec.validation(), options);
    }
    return List.of(
        settings.backend(backend).build().fit(spec.training(), spec.validation(), options));
  }
}
