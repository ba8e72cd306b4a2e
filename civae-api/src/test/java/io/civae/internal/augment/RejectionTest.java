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
import io.civae.augment.TooFewAcceptedException;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest extends AugmenterFixture {

  /**
   * Members of "triple" (y on top) lie around (0, 3), so that some noise leads out of the class.
   */
  private final LabeledDataset border = border();

  static LabeledDataset border() {
    Random random = new Random(3);
    float[][] rows = new float[40][];
    String[] labels = new String[40];
    for (int i = 0; i < 40; i++) {
      rows[i] = new float[] {(float) random.nextGaussian(), (float) (3 + random.nextGaussian())};
      labels[i] = "triple";
    }
    return LabeledDataset.of(rows, labels);
  }

  private final AuditOracle oracle =
      AuditOracle.of(new float[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}});

  /** Latents are observations here, so what is kept can be judged anew. */
  private double margin(AuditedDataset made, int i) {
    return oracle.margin(1, made.dataset().observation(i));
  }

  private double probability(AuditedDataset made, int i) {
    return oracle.probability(1, made.dataset().observation(i));
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
    assertThat(kept.audits()).hasSize(count);
    assertThat(IntStream.range(0, count)).allMatch(i -> margin(kept, i) > 0);
    assertThat(free.summary().rejected()).isEmpty();
    if (count >= 400) {
      double rate = kept.summary().acceptanceRate();
      double inside = IntStream.range(0, count).filter(i -> margin(free, i) > 0).count();
      assertThat(inside).isLessThan(count);
      assertThat(rate).isCloseTo(inside / count, within(0.1));
      assertThat(kept.summary().rejected()).containsOnlyKeys(RejectionReason.OFF_CLASS);
    }
    // What is kept are those of the same draws that lie in the class, as far as they are known.
    int[] inside = IntStream.range(0, count).filter(i -> margin(free, i) > 0).toArray();
    for (int i = 0; i < inside.length; i++) {
      assertThat(kept.dataset().observation(i)).isEqualTo(free.dataset().observation(inside[i]));
    }
  }

  @Test
  void asksForAProbability() {
    AuditedDataset kept =
        noisy().rejecting(Rejection.none().andBelowProbability(0.9)).audited("triple", 200);
    double[] recomputed = IntStream.range(0, 200).mapToDouble(i -> probability(kept, i)).toArray();
    assertThat(recomputed).hasSize(200);
    assertThat(Arrays.stream(recomputed)).allMatch(probability -> probability >= 0.9 - 1e-6);
    assertThat(kept.summary().rejected()).containsOnlyKeys(RejectionReason.LOW_PROBABILITY);
    assertThat(kept.summary().lowestProbability())
        .isCloseTo(Arrays.stream(recomputed).min().orElseThrow(), within(1e-6));
  }

  @Test
  void throwsAwayWhatIsLessPlausibleThanRealMembers() {
    AuditedDataset kept = noisy().rejecting(Rejection.implausible(0.2)).audited("triple", 200);
    float[][] members = border.features().toArray();
    float[][] logVariance = new float[40][2];
    double[] scores = new double[40];
    for (float[] row : logVariance) {
      Arrays.fill(row, LOG_VARIANCE);
    }
    for (int n = 0; n < 40; n++) {
      scores[n] = AuditOracle.holeScore(members[n], members, logVariance, n);
    }
    Arrays.sort(scores);
    for (int i = 0; i < 200; i++) {
      float[] z = kept.dataset().observation(i);
      assertThat(AuditOracle.holeScore(z, members, logVariance))
          .isGreaterThanOrEqualTo(scores[8] - 1e-6);
    }
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
          AuditOracle tilt = AuditOracle.of(weight).withBias(-3, 3);
          assertThat(made.dataset().size()).isEqualTo(150);
          // Latents are rounded to float, and so are logits: that much may be off.
          assertThat(IntStream.range(0, 150).mapToObj(made.dataset()::observation))
              .allMatch(z -> tilt.margin(0, z) > -1e-5);
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
        IntStream.range(0, 2000)
            .mapToObj(kept.dataset()::observation)
            .mapToDouble(x -> AuditOracle.nearestDistance(border, "triple", x))
            .sorted()
            .toArray();
    assertThat(kept.summary().medianNearestDistance())
        .isCloseTo((distances[999] + distances[1000]) / 2, within(1e-9));
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
