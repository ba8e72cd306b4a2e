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

  private final PrintWriter out;
  private final boolean live;
  private @Nullable CiVaeConfig config;
  private @Nullable LiveBar bar;
  private Duration remaining = Duration.ZERO;

  TrainingDisplay(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /**
   * A display that paints a bar only if a person watches.
   *
   * @param errors writes to the standard error stream
   * @return the display
   */
  public static TrainingDisplay on(PrintWriter errors) {
    return new TrainingDisplay(errors, Terminal.watchesErrors());
  }

  @Override
  public void trainingStarted(CiVaeConfig resolved, TrainingProgress start) {
    config = resolved;
    if (live) {
      bar = new LiveBar(out, "training", start.steps());
    }
  }

  @Override
  public void stepEnded(TrainingProgress progress) {
    remaining = progress.remaining();
    if (bar != null) {
      bar.stepTo(progress.step());
    }
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    if (config == null) {
      throw new IllegalStateException("an epoch ended before the training started");
    }
    String line = EpochLine.of(config, metrics, remaining);
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
