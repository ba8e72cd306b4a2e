package io.civae.examples.study;

import io.civae.examples.progress.ClockText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says how far a study has come: the time left is the observations that are still to be trained on,
 * at the pace of the trainings so far, kept ones included.
 */
final class StudyProgress {

  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter err;
  private final int runs;
  private double workLeft;
  private double workDone;
  private double secondsDone;
  private int next = 1;
  private final long startNanos = System.nanoTime();

  /** A run may serve two parts of a study. */
  private final Set<String> counted = new HashSet<>();

  StudyProgress(PrintWriter err, List<RunSpec> planned) {
    this.err = err;
    runs = planned.size();
    workLeft = planned.stream().mapToDouble(RunSpec::work).sum();
  }

  /** A training begins. */
  void started(RunSpec spec) {
    say(position() + "training " + spec.name() + left());
  }

  /** A training was found finished. */
  void kept(RunSpec spec, double seconds) {
    if (counted.contains(spec.name())) {
      return;
    }
    String position = position();
    count(spec, seconds);
    say(position + spec.name() + " is there already, trained in " + clock(seconds) + left());
  }

  /** A training has ended. */
  void finished(RunSpec spec, double seconds) {
    count(spec, seconds);
  }

  /** Anything else. */
  void say(String line) {
    err.println(line);
    err.flush();
  }

  /** What the trainings so far took, each counted once, those of earlier commands included. */
  double trainingSeconds() {
    return secondsDone;
  }

  /** What this command has taken so far, trainings and all else. */
  double commandSeconds() {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }

  private void count(RunSpec spec, double seconds) {
    counted.add(spec.name());
    workLeft -= spec.work();
    workDone += spec.work();
    secondsDone += seconds;
    next++;
  }

  private String position() {
    return "[" + next + "/" + runs + "] ";
  }

  private String left() {
    return workDone == 0
        ? ""
        : "; about " + clock(workLeft * secondsDone / workDone) + " of training left in all";
  }

  private static String clock(double seconds) {
    return ClockText.of(Duration.ofMillis(Math.max(0, Math.round(1e3 * seconds))));
  }
}
