package io.civae.examples.progress;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar in the last line of a terminal, under lines that stay. The bar repaints itself
 * from a thread of its own; closing wipes it away, also when the program is interrupted.
 */
final class LiveBar implements AutoCloseable {

  /** One less than the narrowest usual terminal: a full line would wrap. */
  private static final int WIDTH = 79;

  private static final int REPAINT_MILLIS = 250;

  private final PrintWriter out;
  private final ProgressBar bar;
  private final Thread atShutdown = new Thread(this::wipe);
  private String painted = "";
  private boolean closed;

  LiveBar(PrintWriter out, String task, long steps) {
    this.out = out;
    Runtime.getRuntime().addShutdownHook(atShutdown);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REPAINT_MILLIS)
            // The library's own console would take over the terminal and its signals.
            .setConsumer(new DelegatingProgressBarConsumer(this::paint, WIDTH))
            .build();
  }

  void stepTo(long step) {
    bar.stepTo(step);
  }

  /** Prints a line that stays, above the bar. */
  synchronized void printAbove(String line) {
    String last = painted;
    erase();
    out.println(line);
    paint(last);
  }

  private synchronized void paint(String rendered) {
    String line = rendered.stripTrailing();
    if (!closed) {
      // Blanks cover what a longer line left behind.
      out.print("\r" + line + " ".repeat(Math.max(0, painted.length() - line.length())));
      out.flush();
      painted = line;
    }
  }

  private void erase() {
    out.print("\r" + " ".repeat(painted.length()) + "\r");
    out.flush();
    painted = "";
  }

  private synchronized void wipe() {
    erase();
    closed = true;
  }

  @Override
  public void close() {
    bar.close();
    wipe();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The shutdown is under way: the hook has run or will.
    }
  }
}
