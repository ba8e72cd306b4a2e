package io.civae.examples.figure;

import io.civae.LossTerms;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A term of the loss as a row of plots. */
record LossTerm(String title, ToDoubleFunction<LossTerms> value) {

  static final List<LossTerm> ALL =
      List.of(
          new LossTerm("total J", LossTerms::total),
          new LossTerm("reconstruction", LossTerms::reconstruction),
          new LossTerm("KL divergence", LossTerms::klDivergence),
          new LossTerm("discriminator", LossTerms::discriminator));

  double of(LossTerms terms) {
    return value.applyAsDouble(terms);
  }
}
