package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Position;
import io.civae.augment.SyntheticAudit;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which members, where between them, and what is added. */
class StrategyTest extends AugmenterFixture {

  /** Members at x = 1, 2, 4, 8, …, 2⁹; class "pair" wins where x is above |y|. */
  private final LabeledDataset powers = powers();

  private static LabeledDataset powers() {
    float[][] rows = new float[10][];
    String[] labels = new String[10];
    for (int i = 0; i < 10; i++) {
      rows[i] = new float[] {1 << i, 0};
      labels[i] = "pair";
    }
    return LabeledDataset.of(rows, labels);
  }

  @Test
  void walksToNearestNeighboursOnly() {
    AuditedDataset made =
        model.augmenter(powers).between(Endpoints.nearestNeighbours(2)).audited("pair", 500);
    boolean[] seen = new boolean[10];
    for (SyntheticAudit audit : made.audits()) {
      // The two nearest to 2^i are those below it; at the low end one above.
      int a = audit.firstParent();
      assertThat(audit.secondParent())
          .isIn(a == 0 ? new Object[] {1, 2} : a == 1 ? new Object[] {0, 2} : below(a));
      seen[a] = true;
    }
    assertThat(seen).doesNotContain(false);
  }

  private static Object[] below(int a) {
    return new Object[] {a - 1, a - 2};
  }

  @Test
  void usesAllOthersWhereThereAreFewerNeighbours() {
    AuditedDataset made = augmenter.between(Endpoints.nearestNeighbours(50)).audited("triple", 100);
    assertThat(made.audits()).allMatch(audit -> audit.firstParent() != audit.secondParent());
    assertThat(made.audits()).extracting(SyntheticAudit::secondParent).contains(1, 3, 6);
  }

  @Test
  void startsNearTheBoundary() {
    AuditedDataset made =
        model.augmenter(powers).between(Endpoints.nearBoundary(0.25, 4)).audited("pair", 300);
    // The margin grows with x: a quarter of ten, rounded up, are the first three.
    assertThat(made.audits()).extracting(SyntheticAudit::firstParent).containsOnly(0, 1, 2);
  }

  @Test
  void staysOnAPartOfTheWalk() {
    AuditedDataset made = augmenter.at(Position.between(0.25, 0.5)).audited("pair", 200);
    assertThat(made.audits()).allMatch(audit -> audit.t() >= 0.25 && audit.t() < 0.5);
    AuditedDataset middle = augmenter.at(Position.at(0.5)).audited("pair", 3);
    assertThat(middle.dataset().observation(2)).containsExactly(5, 10);
    assertThat(augmenter.at(Position.anywhere()).generate("pair", 9).features().toArray())
        .isDeepEqualTo(augmenter.generate("pair", 9).features().toArray());
  }

  @Test
  void addsPosteriorNoise() {
    AuditedDataset made =
        augmenter.at(Position.at(0.5)).withPosteriorNoise(0.5).audited("pair", 4000);
    double squares = 0;
    for (int i = 0; i < 4000; i++) {
      squares += Math.pow(made.dataset().observation(i)[0] - 5, 2);
    }
    double variance = 0.25 * Math.exp(LOG_VARIANCE);
    assertThat(squares / 4000).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / 4000)));
    assertThatThrownBy(() -> augmenter.withPosteriorNoise(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scale (NaN) must be finite and non-negative");
  }

  /** From a member up to half of the way to one of its five nearest, with residuals. */
  @Test
  void makesRowsOfTablesAsMeasured() {
    AuditedDataset made = model.augmenter(powers).forTables().audited("pair", 500);
    for (SyntheticAudit audit : made.audits()) {
      double[] distances =
          IntStream.range(0, 10)
              .filter(i -> i != audit.firstParent())
              .mapToDouble(i -> Math.abs((1 << i) - (1 << audit.firstParent())))
              .sorted()
              .toArray();
      double walked = Math.abs((1 << audit.secondParent()) - (1 << audit.firstParent()));
      assertThat(walked).isLessThanOrEqualTo(distances[4]);
      assertThat(audit.t()).isBetween(0.0, 0.5);
    }
    assertThat(made.audits()).anyMatch(audit -> audit.t() > 0.45);
    try (TrainedModel lossy = new TrainedModel(HandMadeModels.smallContents(), null)) {
      LabeledDataset rows =
          LabeledDataset.of(
              new float[][] {{1, 2, 3}, {4, 5, 6}, {9, 7, 8}}, new String[] {"a", "a", "a"});
      Augmenter own =
          lossy
              .augmenter(rows)
              .keeping(Constraints.none().integer("x0"))
              .withPosteriorNoise(0.1)
              .withSeed(8);
      assertThat(own.forTables().generate("a", 50).features().toArray())
          .isDeepEqualTo(
              own.between(Endpoints.nearestNeighbours(5))
                  .at(Position.between(0, 0.5))
                  .withResiduals()
                  .generate("a", 50)
                  .features()
                  .toArray());
    }
  }

  @Test
  void rejectsSettingsOutOfRange() {
    assertThatThrownBy(() -> Endpoints.nearestNeighbours(0))
        .hasMessage("neighbours (0) must be at least 1");
    assertThatThrownBy(() -> Endpoints.nearBoundary(0, 5))
        .hasMessage("boundaryShare (0.0) must be above 0 and at most 1");
    assertThatThrownBy(() -> Position.between(0.5, 0.2))
        .hasMessage("low (0.5) and high (0.2) must satisfy 0 <= low <= high <= 1");
    assertThatThrownBy(() -> Position.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
