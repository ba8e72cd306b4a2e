package io.civae.examples.progress;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.TrainingListener;
import io.civae.TrainingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training: a line for each epoch with the terms of the objective, and on a terminal a
 * progress bar with the time left under them. One display serves one training.
 */
public final class TrainingDisplay implements TrainingListener, AutoCloseable {

  private final CiVaeConfig config;
  private final PrintWriter out;
  private final boolean live;
  private @Nullable LiveBar bar;
  private TrainingProgress progress;

  TrainingDisplay(CiVaeConfig config, PrintWriter out, boolean live) {
    this.config = config;
    this.out = out;
    this.live = live;
    progress = new TrainingProgress(1, config.epochs(), 0, 0, Duration.ZERO);
  }

  /**
   * A display that paints a bar only if a person watches.
   *
   * @param config of the training, for the weights of the terms
   * @param errors writes to the standard error stream
   * @return the display
   */
  public static TrainingDisplay on(CiVaeConfig config, PrintWriter errors) {
    return new TrainingDisplay(config, errors, Terminal.watchesErrors());
  }

  @Override
  public void trainingStarted(CiVaeConfig resolved, TrainingProgress start) {
    if (start.step() > 0) {
      out.println("going on from step " + start.step() + " of " + start.steps());
      out.flush();
    }
    show(start);
  }

  @Override
  public void stepEnded(TrainingProgress reached) {
    show(reached);
  }

  private void show(TrainingProgress reached) {
    progress = reached;
    if (live) {
      if (bar == null) {
        bar = new LiveBar(out, "training", reached.steps());
      }
      bar.stepTo(reached.step());
    }
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    String line = EpochLine.of(config, metrics, progress);
    if (bar != null) {
      bar.printAbove(line);
    } else {
      out.println(line);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
