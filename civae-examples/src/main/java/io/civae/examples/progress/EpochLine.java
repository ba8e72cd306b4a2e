package io.civae.examples.progress;

import io.civae.CiVaeConfig;
import io.civae.EpochMetrics;
import io.civae.LossTerms;
import io.civae.TrainingProgress;
import java.math.BigDecimal;
import java.util.Locale;

/** One epoch in one line: the terms of the objective, how validation went, the time left. */
final class EpochLine {

  private EpochLine() {}

  static String of(CiVaeConfig config, EpochMetrics metrics, TrainingProgress progress) {
    LossTerms terms = metrics.training();
    String line =
        String.format(
            Locale.ROOT,
            "epoch %"
                + digits(progress.epochs())
                + "d/%d  loss %7.2f = rec %.2f + %s KL %.1f + %s CE %.3f",
            metrics.epoch(),
            progress.epochs(),
            terms.total(),
            terms.reconstruction(),
            weight(config.alpha()),
            terms.klDivergence(),
            weight(config.beta()),
            terms.discriminator());
    if (metrics.validation().isPresent()) {
      LossTerms validation = metrics.validation().get();
      line +=
          String.format(
              Locale.ROOT,
              " | validation rec %.2f acc %.1f %%",
              validation.reconstruction(),
              100 * validation.discriminatorAccuracy());
    }
    return line + " | " + ClockText.of(progress.remaining()) + " left";
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  private static String weight(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
