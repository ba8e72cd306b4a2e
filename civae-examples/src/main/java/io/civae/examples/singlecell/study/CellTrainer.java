package io.civae.examples.singlecell.study;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeModel;
import io.civae.EpochMetrics;
import io.civae.data.LabeledDataset;
import io.civae.examples.progress.ClockText;
import io.civae.examples.progress.TrainingDisplay;
import io.civae.spi.BackendProvider;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Trains the models of a study one after the other and says how much is left. */
final class CellTrainer {

  private final BackendProvider backend;
  private final PrintWriter err;
  private final int planned;
  private int done;
  private double seconds;

  CellTrainer(BackendProvider backend, PrintWriter err, int planned) {
    this.backend = backend;
    this.err = err;
    this.planned = planned;
  }

  /** Trains a model; the caller closes it. */
  TrainedModel train(
      String name, CiVaeBuilder settings, LabeledDataset training, LabeledDataset validation)
      throws InterruptedIOException {
    say("[" + (done + 1) + "/" + planned + "] training " + name + left());
    CiVae ciVae = settings.backend(backend).build();
    CiVaeModel model;
    try (TrainingDisplay display = TrainingDisplay.on(ciVae.config(), err)) {
      model = ciVae.fit(training, validation, display);
    }
    if (Thread.currentThread().isInterrupted()) {
      model.close();
      throw new InterruptedIOException("interrupted while training " + name);
    }
    double took = model.history().epochs().stream().mapToDouble(EpochMetrics::seconds).sum();
    done++;
    seconds += took;
    return new TrainedModel(model, ciVae.config().seed(), took);
  }

  private String left() {
    return done == 0
        ? ""
        : "; about "
            + ClockText.of(Duration.ofMillis(Math.round(1e3 * seconds / done * (planned - done))))
            + " of training left in all";
  }

  /** Anything else. */
  void say(String line) {
    err.println(line);
    err.flush();
  }
}
