package io.civae.examples.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A small grid over α and β under one seed, everything else as the recipe has it: the criterion for
 * β that the paper leaves out.
 */
final class Sweep {

  /** What the table of a sweep shows. */
  static final List<Metric> METRICS =
      List.of(
          Metric.SSE,
          Metric.KL,
          Metric.HELD_OUT,
          Metric.RESUBSTITUTION,
          Metric.SEPARABLE,
          Metric.DISCRIMINATOR,
          Metric.IN_CLASS,
          Metric.WORST_CLASS,
          Metric.FRECHET);

  /** Between the two weights of a label. */
  static final String SEPARATOR = ", ";

  private static final int SEED = 1;
  private static final double[] ALPHAS = {4e-4, 0.01, 0.1};
  private static final double[] BETAS = {0, 1, 8, 20, 100};
  private static final double[] FEW_ALPHAS = {4e-4, 0.1};
  private static final double[] FEW_BETAS = {0, 8};

  private Sweep() {}

  /** The trainings of the grid, or of its corners for a quick study. */
  static List<RunSpec> plan(StudySettings settings, StudyData data) {
    List<RunSpec> planned = new ArrayList<>();
    for (double alpha : settings.quick() ? FEW_ALPHAS : ALPHAS) {
      for (double beta : settings.quick() ? FEW_BETAS : BETAS) {
        planned.add(
            new RunSpec(
                "sweep-alpha" + number(alpha) + "-beta" + number(beta) + "-seed" + SEED,
                StudyRow.CI_VAE,
                settings.builder().get().alpha(alpha).beta(beta).seed(SEED).config(),
                settings.transform(),
                data.training(),
                data.validation(),
                data.description()));
      }
    }
    return planned;
  }

  /** The weights of a run, for tables and plots. */
  static String label(RunSpec spec) {
    return "α " + number(spec.config().alpha()) + SEPARATOR + "β " + number(spec.config().beta());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
