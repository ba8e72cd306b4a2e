package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.CiVaeModel;
import io.civae.LatentDistribution;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.SyntheticAudit;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recomputes every audit from the model's public parts and the source alone, in plain loops. */
class AuditTest {

  private static final List<String> CLASSES = List.of("a", "b", "c");
  private static final int FEATURES = 6;

  private static TrainedModel model(int seed) {
    CiVaeConfig config =
        CiVae.builder()
            .latentDim(3)
            .hiddenLayers(8)
            .epochs(1)
            .batchSize(2)
            .scaling(Scaling.STANDARD)
            .outputActivation(OutputActivation.LINEAR)
            .seed(seed)
            .config();
    return new TrainedModel(HandMadeModels.contents(config, FEATURES, CLASSES), null);
  }

  private static LabeledDataset source(int seed) {
    Random random = new Random(seed);
    float[][] rows = new float[60][FEATURES];
    String[] labels = new String[60];
    for (int i = 0; i < 60; i++) {
      for (int f = 0; f < FEATURES; f++) {
        rows[i][f] = (float) (3 * random.nextGaussian() + i % 3);
      }
      labels[i] = CLASSES.get(i < 9 ? i % 3 : i % 2);
    }
    return LabeledDataset.of(rows, labels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void isWhatAnyoneCanRecompute(int seed) {
    LabeledDataset source = source(seed);
    try (CiVaeModel model = model(seed)) {
      Augmenter augmenter = model.augmenter(source);
      check(model, source, augmenter.audited("a", 40), 0, false);
      check(model, source, augmenter.auditedBalance(Balance.toMajority()), 60, false);
      check(
          model,
          source,
          augmenter
              .between(Endpoints.nearestNeighbours(3))
              .withResiduals()
              .auditedBalance(Balance.toRatio(0.8)),
          60,
          true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18})
  void countsWhatTheConstraintsChangedAndMeasuresWhatIsReturned(int seed) {
    LabeledDataset source = source(seed);
    try (CiVaeModel model = model(seed)) {
      Augmenter free = model.augmenter(source).withResiduals();
      Constraints narrow = Constraints.none().range("x0", -1, 1).integer("x1").nonNegative("x2");
      AuditedDataset before = free.auditedBalance(Balance.toMajority());
      AuditedDataset after = free.keeping(narrow).auditedBalance(Balance.toMajority());
      assertThat(after.audits()).hasSameSizeAs(before.audits());
      int adjusted = 0;
      for (int i = 0; i < after.audits().size(); i++) {
        SyntheticAudit was = before.audits().get(i);
        SyntheticAudit is = after.audits().get(i);
        float[] x = before.dataset().observation(60 + i);
        float[] y = after.dataset().observation(60 + i);
        int changed = 0;
        for (int f = 0; f < FEATURES; f++) {
          changed += x[f] == y[f] ? 0 : 1;
        }
        assertThat(y[0]).isBetween(-1f, 1f);
        assertThat(y[1]).isEqualTo((float) Math.rint(y[1]));
        assertThat(y[2]).isNotNegative();
        assertThat(was.adjustedFeatures()).isZero();
        assertThat(is.adjustedFeatures()).isEqualTo(changed);
        AuditOracle.checkNearest(source, is, y);
        assertThat(is.holeScore()).isEqualTo(was.holeScore());
        assertThat(is.t()).isEqualTo(was.t());
        adjusted += changed > 0 ? 1 : 0;
      }
      assertThat(after.summary().adjusted()).isEqualTo(adjusted).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 34})
  void residualsKeepWhatBothParentsHave(int seed) {
    float[][] rows = source(seed).features().toArray();
    for (int i = 0; i < rows.length; i++) {
      rows[i][1] = 4.5f;
      rows[i][2] = i % 5 == 0 ? 1 : 0;
    }
    LabeledDataset source = source(seed).withFeatures(FeatureMatrix.of(rows));
    try (CiVaeModel model = model(seed)) {
      AuditedDataset made = model.augmenter(source).withResiduals().audited("a", 60);
      int agreed = 0;
      for (int i = 0; i < 60; i++) {
        SyntheticAudit audit = made.audits().get(i);
        float[] x = made.dataset().observation(i);
        float[] a = source.observation(audit.firstParent());
        float[] b = source.observation(audit.secondParent());
        assertThat(x[1]).isEqualTo(4.5f);
        if (a[2] == b[2]) {
          agreed++;
          assertThat(x[2]).isEqualTo(a[2]);
        }
        assertThat(x[0]).isNotEqualTo(a[0]);
      }
      assertThat(agreed).isBetween(1, 59);
    }
  }

  private static void check(
      CiVaeModel model, LabeledDataset source, AuditedDataset made, int first, boolean residuals) {
    assertThat(made.firstSynthetic()).isEqualTo(first);
    assertThat(made.dataset().size()).isEqualTo(first + made.audits().size());
    assertThat(made.audits()).isNotEmpty();
    float[][] mean = model.encoder().encode(source.features()).mean();
    float[][] rebuilt = model.decoder().decode(mean);
    for (int i = 0; i < made.audits().size(); i++) {
      SyntheticAudit audit = made.audits().get(i);
      int a = audit.firstParent();
      int b = audit.secondParent();
      assertThat(made.dataset().label(first + i)).isEqualTo(audit.className());
      assertThat(source.label(a)).isEqualTo(audit.className());
      assertThat(source.label(b)).isEqualTo(audit.className());
      assertThat(a).isNotEqualTo(b);
      float[] z = new float[3];
      for (int j = 0; j < 3; j++) {
        z[j] = (float) ((1 - audit.t()) * mean[a][j] + audit.t() * mean[b][j]);
      }
      float[] x = model.decoder().decode(z);
      for (int f = 0; residuals && f < FEATURES; f++) {
        x[f] +=
            (float)
                ((1 - audit.t()) * (source.observation(a)[f] - rebuilt[a][f])
                    + audit.t() * (source.observation(b)[f] - rebuilt[b][f]));
      }
      assertThat(made.dataset().observation(first + i)).containsExactly(x, within(1e-4f));
      checkScores(model, source, audit, z);
      AuditOracle.checkNearest(source, audit, made.dataset().observation(first + i));
    }
  }

  private static void checkScores(
      CiVaeModel model, LabeledDataset source, SyntheticAudit audit, float[] z) {
    AuditOracle oracle = AuditOracle.of(model.discriminator());
    int c = CLASSES.indexOf(audit.className());
    assertThat(audit.probability()).isCloseTo(oracle.probability(c, z), within(1e-5));
    assertThat(audit.margin()).isCloseTo(oracle.margin(c, z), within(1e-5));
    int[] members = source.indicesOf(audit.className());
    LatentDistribution q = model.encoder().encode(source.features().select(members));
    assertThat(audit.holeScore())
        .isCloseTo(AuditOracle.holeScore(z, q.mean(), q.logVariance()), within(1e-3));
  }
}
