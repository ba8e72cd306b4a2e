package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.augment.Endpoints;
import io.civae.augment.Rejection;
import io.civae.augment.RejectionReason;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recomputes audits where the latent cannot be told from parents and t: with posterior noise, for a
 * member that is alone, with rejection. Encoder and decoder are the identity, so the latent is what
 * was returned.
 */
class SeenLatentAuditTest {

  private static final List<String> CLASSES = List.of("a", "b", "lone");
  private static final float[][] WEIGHT = {{1, 0.5f, 0}, {-1, 0, 0.25f}, {0, -2, 1}};
  private static final double[] BIAS = {0.5, 0, -1};
  private static final float LOG_VARIANCE = -0.5f;
  private static final int REAL = 41;
  private static final int ALONE = 40;

  private final AuditOracle oracle = AuditOracle.of(WEIGHT).withBias(BIAS);
  private final TrainedModel model =
      HandMadeModels.identity(LOG_VARIANCE, CLASSES, WEIGHT, 0.5f, 0, -1);

  @AfterEach
  void closeModel() {
    model.close();
  }

  /** 24 of "a", 16 of "b", one of "lone". */
  private static LabeledDataset source(int seed) {
    Random random = new Random(seed);
    float[][] rows = new float[REAL][3];
    String[] labels = new String[REAL];
    for (int i = 0; i < REAL; i++) {
      labels[i] = i == ALONE ? "lone" : i % 5 < 3 ? "a" : "b";
      for (int f = 0; f < 3; f++) {
        rows[i][f] = (float) (random.nextGaussian() + (labels[i].equals("a") ? 1 : -1));
      }
    }
    return LabeledDataset.of(rows, labels);
  }

  private void check(LabeledDataset source, AuditedDataset made) {
    int first = made.firstSynthetic();
    assertThat(made.audits()).isNotEmpty();
    for (int i = 0; i < made.audits().size(); i++) {
      SyntheticAudit audit = made.audits().get(i);
      float[] z = made.dataset().observation(first + i);
      int c = CLASSES.indexOf(audit.className());
      assertThat(made.dataset().label(first + i)).isEqualTo(audit.className());
      assertThat(source.label(audit.firstParent())).isEqualTo(audit.className());
      assertThat(source.label(audit.secondParent())).isEqualTo(audit.className());
      assertThat(audit.probability()).isCloseTo(oracle.probability(c, z), within(1e-5));
      assertThat(audit.margin()).isCloseTo(oracle.margin(c, z), within(1e-5));
      assertThat(audit.holeScore())
          .isCloseTo(holeScore(source, audit.className(), z), within(1e-4));
      AuditOracle.checkNearest(source, audit, z);
    }
  }

  private static float[][] members(LabeledDataset source, String className) {
    return source.features().select(source.indicesOf(className)).toArray();
  }

  private static float[][] logVariances(int members) {
    float[][] logVariances = new float[members][3];
    for (float[] row : logVariances) {
      Arrays.fill(row, LOG_VARIANCE);
    }
    return logVariances;
  }

  private static double holeScore(LabeledDataset source, String className, float[] z) {
    float[][] members = members(source, className);
    return AuditOracle.holeScore(z, members, logVariances(members.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdsWithNoiseAndForAMemberThatIsAlone(int seed) {
    LabeledDataset source = source(seed);
    Augmenter noisy = model.augmenter(source).withPosteriorNoise(2).withSeed(seed);
    check(source, noisy.audited("a", 300));
    check(source, noisy.between(Endpoints.nearBoundary(0.3, 4)).audited("b", 60));
    AuditedDataset balanced = noisy.auditedBalance(Balance.toMajority());
    assertThat(balanced.firstSynthetic()).isEqualTo(REAL);
    check(source, balanced);
    List<SyntheticAudit> alone =
        balanced.audits().stream().filter(audit -> audit.className().equals("lone")).toList();
    assertThat(alone)
        .isNotEmpty()
        .allMatch(audit -> audit.firstParent() == ALONE && audit.secondParent() == ALONE)
        .allMatch(audit -> audit.t() == 0);
  }

  /** What is kept, and the reason why each other one is not, by the figures recomputed here. */
  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18})
  void holdsForWhatIsKeptOfManyAndCountsTheOthersByReason(int seed) {
    LabeledDataset source = source(seed);
    Augmenter noisy = model.augmenter(source).withPosteriorNoise(2).withSeed(seed);
    AuditedDataset kept =
        noisy
            .rejecting(
                Rejection.offClass().andBelowProbability(0.7).andImplausible(0.1).withLimit(1_000))
            .audited("a", 120);
    check(source, kept);

    double threshold = tenthOfTheMembers(source);
    LabeledDataset candidates = noisy.generate("a", 5_000);
    Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);
    int accepted = 0;
    for (int i = 0; accepted < 120; i++) {
      float[] z = candidates.observation(i);
      if (!(oracle.margin(0, z) > 0)) {
        rejected.merge(RejectionReason.OFF_CLASS, 1, Integer::sum);
      } else if (oracle.probability(0, z) < 0.7) {
        rejected.merge(RejectionReason.LOW_PROBABILITY, 1, Integer::sum);
      } else if (holeScore(source, "a", z) < threshold) {
        rejected.merge(RejectionReason.IMPLAUSIBLE, 1, Integer::sum);
      } else {
        assertThat(kept.dataset().observation(accepted)).isEqualTo(z);
        accepted++;
      }
    }
    assertThat(rejected).containsOnlyKeys(RejectionReason.values());
    assertThat(kept.summary().rejected()).isEqualTo(rejected);
    int thrown = rejected.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(kept.summary().acceptanceRate()).isCloseTo(120.0 / (120 + thrown), within(1e-12));
  }

  /** A tenth of the 24 members of "a", each scored by the others, are below it. */
  private static double tenthOfTheMembers(LabeledDataset source) {
    float[][] members = members(source, "a");
    double[] scores = new double[members.length];
    for (int n = 0; n < scores.length; n++) {
      scores[n] = AuditOracle.holeScore(members[n], members, logVariances(members.length), n);
    }
    Arrays.sort(scores);
    assertThat(scores).hasSize(24);
    return scores[2];
  }
}
