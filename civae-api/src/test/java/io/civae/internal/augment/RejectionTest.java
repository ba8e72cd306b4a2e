package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.augment.AuditedDataset;
import io.civae.augment.AugmentationSummary;
import io.civae.augment.Balance;
import io.civae.augment.Rejection;
import io.civae.augment.RejectionReason;
import io.civae.augment.SyntheticAudit;
import io.civae.augment.TooFewAcceptedException;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.AggregatePosterior;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest extends AugmenterFixture {

  /**
   * Members of "triple" (y on top) lie around (0, 3), so that some noise leads out of the class.
   */
  private final LabeledDataset border = border();

  private static LabeledDataset border() {
    Random random = new Random(3);
    float[][] rows = new float[40][];
    String[] labels = new String[40];
    for (int i = 0; i < 40; i++) {
      rows[i] = new float[] {(float) random.nextGaussian(), (float) (3 + random.nextGaussian())};
      labels[i] = "triple";
    }
    return LabeledDataset.of(rows, labels);
  }

  private Augmenter noisy() {
    return model.augmenter(border).withPosteriorNoise(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 400, 3000})
  void throwsAwayWhatLeavesTheClassAndReplacesIt(int count) {
    AuditedDataset free = noisy().audited("triple", count);
    AuditedDataset kept = noisy().rejecting(Rejection.offClass()).audited("triple", count);
    assertThat(kept.dataset().size()).isEqualTo(count);
    assertThat(kept.audits()).hasSize(count).allMatch(audit -> audit.margin() > 0);
    assertThat(free.summary().rejected()).isEmpty();
    if (count >= 400) {
      assertThat(free.audits()).anyMatch(audit -> audit.margin() < 0);
      double rate = kept.summary().acceptanceRate();
      double inside = free.audits().stream().filter(a -> a.margin() > 0).count();
      assertThat(rate).isCloseTo(inside / count, within(0.1));
      assertThat(kept.summary().rejected()).containsOnlyKeys(RejectionReason.OFF_CLASS);
    }
    // What is kept are the first of the same draws that lie in the class.
    long leading = free.audits().stream().takeWhile(a -> a.margin() > 0).count();
    for (int i = 0; i < leading; i++) {
      assertThat(kept.dataset().observation(i)).isEqualTo(free.dataset().observation(i));
    }
  }

  @Test
  void asksForAProbability() {
    AuditedDataset kept =
        noisy().rejecting(Rejection.none().andBelowProbability(0.9)).audited("triple", 200);
    assertThat(kept.audits()).allMatch(audit -> audit.probability() >= 0.9);
    assertThat(kept.summary().rejected()).containsOnlyKeys(RejectionReason.LOW_PROBABILITY);
    assertThat(kept.summary().lowestProbability()).isBetween(0.9, 1.0);
  }

  @Test
  void throwsAwayWhatIsLessPlausibleThanRealMembers() {
    AuditedDataset kept = noisy().rejecting(Rejection.implausible(0.2)).audited("triple", 200);
    AggregatePosterior posterior = AggregatePosterior.of(model.encoder().encode(border.features()));
    double[] scores = new double[40];
    for (int n = 0; n < 40; n++) {
      scores[n] = posterior.leaveOneOut(n);
    }
    Arrays.sort(scores);
    assertThat(kept.audits()).allMatch(audit -> audit.holeScore() >= scores[8]);
    assertThat(kept.summary().rejected()).containsOnlyKeys(RejectionReason.IMPLAUSIBLE);
    assertThat(kept.summary().acceptanceRate()).isLessThan(0.9);
  }

  @Test
  void failsLoudlyWhenTooFewPass() {
    // "pair" wins where x is above |y|; half of these walks never do.
    LabeledDataset outside =
        LabeledDataset.of(new float[][] {{-5, 0}, {-6, 0}}, new String[] {"pair", "pair"});
    Augmenter hopeless = model.augmenter(outside).rejecting(Rejection.offClass());
    assertThatThrownBy(() -> hopeless.generate("pair", 3))
        .isInstanceOf(TooFewAcceptedException.class)
        .hasMessage(
            "class \"pair\": only 0 of 1,000 candidates passed (1,000 off class); loosen the"
                + " rejection, raise its limit (20 candidates for each accepted one) or ask for"
                + " fewer");
    assertThatThrownBy(() -> hopeless.stream("pair").findFirst())
        .isInstanceOf(TooFewAcceptedException.class);
    assertThatThrownBy(() -> hopeless.balance(Balance.toCounts(Map.of("pair", 9))))
        .isInstanceOf(TooFewAcceptedException.class);
    assertThat(model.augmenter(outside).generate("pair", 3).size()).isEqualTo(3);
  }

  /** Never fewer rows: over many models either all or an error. */
  @Test
  void neverReturnsFewerThanAsked() {
    int failed = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      float[][] weight = new float[2][2];
      for (float[] row : weight) {
        row[0] = (float) random.nextGaussian();
        row[1] = (float) random.nextGaussian();
      }
      try (TrainedModel tilted =
          HandMadeModels.identity(1, List.of("triple", "rest"), weight, -3, 3)) {
        Augmenter strict =
            tilted.augmenter(border).rejecting(Rejection.offClass().withLimit(2)).withSeed(seed);
        try {
          AuditedDataset made = strict.audited("triple", 150);
          assertThat(made.audits()).hasSize(150).allMatch(audit -> audit.margin() > 0);
          assertThat(made.summary().made()).isEqualTo(150);
        } catch (TooFewAcceptedException e) {
          failed++;
        }
      }
    }
    assertThat(failed).isBetween(5, 55);
  }

  @Test
  void saysWhatHappenedInOneSentence() {
    AuditedDataset kept = noisy().rejecting(Rejection.offClass()).audited("triple", 2000);
    int thrown = kept.summary().rejected().getOrDefault(RejectionReason.OFF_CLASS, 0);
    assertThat(kept.summary().toString())
        .startsWith("2,000 asked, 2,000 made, " + String.format("%,d", thrown) + " rejected: ")
        .contains("off class (")
        .contains("nearest real observation at");
    assertThat(kept.summary().madeByClass()).containsExactly(Map.entry("triple", 2000));
    AugmentationSummary nothing = augmenter.auditedBalance(Balance.toCounts(Map.of())).summary();
    assertThat(nothing.toString()).isEqualTo("0 asked, 0 made, none rejected");
    assertThat(nothing.acceptanceRate()).isEqualTo(1);
    double[] distances =
        kept.audits().stream().mapToDouble(SyntheticAudit::nearestDistance).sorted().toArray();
    assertThat(kept.summary().medianNearestDistance())
        .isEqualTo((distances[999] + distances[1000]) / 2);
  }

  @Test
  void rejectsRulesOutOfRange() {
    assertThatThrownBy(() -> Rejection.implausible(1))
        .hasMessage("share (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> Rejection.offClass().andBelowProbability(Double.NaN))
        .hasMessage("probability (NaN) must be above 0 and at most 1");
    assertThatThrownBy(() -> Rejection.offClass().withLimit(0))
        .hasMessage("candidates (0) must be at least 1");
  }
}
