package io.civae.examples.singlecell.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the checks of a walk say, in sentences. */
final class CellVerdicts {

  private CellVerdicts() {}

  static List<String> of(CellWalk walk, CellQuestion question) {
    List<String> said = new ArrayList<>();
    said.add(
        format(
            "%d of %d genes change at a false discovery rate of %.2f: %d rise, %d fall.",
            walk.changes().significant(),
            walk.changes().ranked().size(),
            GeneChange.SIGNIFICANT,
            walk.changes().rising(),
            walk.changes().significant() - walk.changes().rising()));
    ExpressionCheck expression = walk.expression();
    said.add(
        format(
            "Ranks against rank sums on held-out cells: correlation %.3f, %.0f %% of the top %d in"
                + " common (%.0f %% by chance). Rank sums on the walk's own cells reach %.3f and"
                + " %.0f %%.",
            expression.correlation(),
            100 * expression.overlap(),
            expression.top(),
            100 * expression.chance(),
            expression.plainCorrelation(),
            100 * expression.plainOverlap()));
    StateNull states = walk.states();
    said.add(
        format(
            "States dealt anew %d times: the walk's change is %.3f, the largest of a deal %.3f (p"
                + " %.3f); %d genes change, at most %d in a deal (p %.3f).",
            states.nulls().size(),
            states.size(),
            states.largestNullSize(),
            states.sizePValue(),
            states.significant(),
            states.mostNullSignificant(),
            states.significantPValue()));
    said.add(middle(walk, question));
    if (!Double.isNaN(walk.seedAgreement())) {
      said.add(
          format(
              "Models of other seeds rank the genes alike: correlation %.3f.",
              walk.seedAgreement()));
    }
    return said;
  }

  private static String middle(CellWalk walk, CellQuestion question) {
    if (question.middle().isEmpty()) {
      return "No state between the two was named (--middle): the middle of the walk is checked"
          + " against nothing.";
    }
    return walk.middle()
        .map(
            check ->
                format(
                    "%d real cells in state %s: their mean is %.3f from the middle of the walk, that"
                        + " of held-out cells at the ends %.3f and %.3f (p %.3f): %s. They lie at"
                        + " %.2f [%.2f, %.2f] of the way, the ends at %.2f and %.2f; %.0f %% of"
                        + " them in the middle half, of the cells at the ends %.0f %%.",
                    check.cells(),
                    question.middle().get(),
                    check.distance(),
                    check.startDistance(),
                    check.endDistance(),
                    check.pValue(),
                    check.isNearer() ? "nearer" : "not nearer than by chance",
                    check.position().estimate(),
                    check.position().low(),
                    check.position().high(),
                    check.startPosition(),
                    check.endPosition(),
                    100 * check.between(),
                    100 * check.endsBetween()))
        .orElseGet(
            () ->
                "Fewer than "
                    + CellWalk.LEAST_MIDDLE
                    + " cells of the walk's types are in state "
                    + question.middle().get()
                    + ": the middle is checked against nothing.");
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
