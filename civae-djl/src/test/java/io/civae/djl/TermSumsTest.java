package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.LossTerms;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TermSumsTest {

  /** Checkpoints within an epoch hold sums; those of earlier versions count each label once. */
  @Test
  void goesOnFromSumsOfATimeWithoutWeights() {
    TermSums sums =
        new TermSums(
            Map.of(
                "reconstruction", 10.0,
                "klDivergence", 2.0,
                "discriminator", 3.0,
                "rows", 5.0,
                "labelled", 4.0,
                "correct", 2.0,
                "seconds", 1.0));
    // Two rows more, of which one has a label.
    sums.add(new BatchTerms.Values(1, 1, 5, new BatchTerms.Score(2, 1, 1)), 1);
    LossTerms means = sums.means(Fixtures.small().config());
    assertThat(means.discriminator()).isEqualTo((3.0 + 5) / 5);
    assertThat(means.discriminatorAccuracy()).isEqualTo(3.0 / 5);
    assertThat(new TermSums(sums.values(1)).means(Fixtures.small().config())).isEqualTo(means);
  }

  @Test
  void aBatchCountsByTheWeightOfItsLabels() {
    TermSums sums = new TermSums(Map.of());
    sums.add(new BatchTerms.Values(0, 0, 2, new BatchTerms.Score(4, 4, 0)), 0.5);
    sums.add(new BatchTerms.Values(0, 0, 10, new BatchTerms.Score(4, 1, 0)), 1.5);
    sums.add(new BatchTerms.Values(0, 0, 0, new BatchTerms.Score(4, 0, 0)), 0);
    assertThat(sums.means(Fixtures.small().config()).discriminator())
        .isEqualTo((2 * 0.5 + 10 * 1.5) / 2);
  }
}
