package io.civae.examples.experiment;

import java.io.PrintWriter;
import java.util.Locale;

/** What a person wants to read when an experiment is done. */
public final class Summary {

  private Summary() {}

  /**
   * Prints what was trained and how good it is.
   *
   * @param out usually the standard output
   * @param run a finished training
   * @param figures its figures
   */
  public static void print(PrintWriter out, TrainingRun run, TestFigures figures) {
    out.printf(
        Locale.ROOT,
        "Trained on %,d observations of %d classes in %.1f s: epochs %d, observations/s %,.0f, %s.%n",
        run.split().training().size(),
        run.model().classNames().size(),
        run.trainingSeconds(),
        run.model().history().epochs().size(),
        run.samplesPerSecond(),
        run.engine());
    out.printf(
        Locale.ROOT,
        "On %,d test observations that the model never saw:%n",
        run.split().test().size());
    line(out, "discriminator accuracy", "%.2f %%", 100 * figures.discriminatorAccuracy());
    line(out, "squared error per picture (sse)", "%.2f", figures.reconstruction().sumOfSquares());
    line(
        out,
        "mean absolute error, 0 to 255",
        "%.2f",
        figures.reconstruction().meanAbsoluteInGreyLevels());
    line(
        out,
        "certified walks",
        "%.1f %% of " + figures.walks() + " within-class walks",
        100 * figures.certifiedWalks());
  }

  private static void line(PrintWriter out, String name, String format, double value) {
    out.printf(Locale.ROOT, "  %-32s " + format + "%n", name, value);
  }

  /**
   * Prints what was written where.
   *
   * @param out usually the standard output
   * @param folder where
   * @param exported whether it was exported, too
   */
  public static void printFiles(PrintWriter out, ExperimentFolder folder, boolean exported) {
    out.println("Written to " + folder.path() + ":");
    file(out, "walks.png", "walks between two real observations of each class");
    file(out, "synthetic.png", "synthetic observations of each class");
    file(out, "metrics.json", "these figures, every setting, every epoch");
    file(out, "model.civae", "the model; CiVae.load reads it");
    if (exported) {
      file(out, "train.csv, test.csv", "labels and posterior means");
      file(out, "test-observations.npy", "the test observations");
      file(out, "reconstructions.npy", "their reconstructions from the posterior means");
    }
    out.flush();
  }

  private static void file(PrintWriter out, String name, String content) {
    out.printf(Locale.ROOT, "  %-22s %s%n", name, content);
  }
}
