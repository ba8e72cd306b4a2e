package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.augment.AuditedDataset;
import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BalanceTest extends AugmenterFixture {

  private static void assertSourceFirst(LabeledDataset source, LabeledDataset balanced) {
    for (int i = 0; i < source.size(); i++) {
      assertThat(balanced.observation(i)).isEqualTo(source.observation(i));
      assertThat(balanced.label(i)).isEqualTo(source.label(i));
    }
  }

  @Test
  void reachesTheCountsAsked() {
    LabeledDataset balanced =
        augmenter.balance(Balance.toCounts(Map.of("pair", 9, "single", 4, "none", 0)));
    assertThat(count(balanced, "pair")).isEqualTo(9);
    assertThat(count(balanced, "single")).isEqualTo(4);
    assertThat(count(balanced, "triple")).isEqualTo(3);
    assertSourceFirst(source, balanced);
  }

  /** Three are the largest class: two thirds of it are two. */
  @Test
  void reachesARatioOfTheLargest() {
    LabeledDataset balanced = augmenter.balance(Balance.toRatio(2 / 3.0));
    assertThat(count(balanced, "single")).isEqualTo(2);
    assertThat(count(balanced, "pair")).isEqualTo(2);
    assertThat(count(balanced, "triple")).isEqualTo(3);
    assertThat(count(balanced, "none")).isZero();
  }

  @Test
  void reachesCountsExactlyForAnyClassesAndSeeds() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int n = 20 + random.nextInt(60);
      float[][] rows = new float[n][2];
      String[] labels = new String[n];
      for (int i = 0; i < n; i++) {
        rows[i] = new float[] {random.nextFloat(), random.nextFloat()};
        labels[i] = CLASSES.get(random.nextInt(4) * random.nextInt(2));
      }
      LabeledDataset data = LabeledDataset.of(rows, labels);
      Augmenter any = model.augmenter(data).withSeed(seed);
      LabeledDataset balanced = any.balance();
      int largest =
          data.classNames().stream().mapToInt(name -> count(data, name)).max().orElseThrow();
      for (String name : data.classNames()) {
        assertThat(count(balanced, name)).isEqualTo(largest);
        int wanted = count(data, name) + random.nextInt(9);
        assertThat(count(any.balance(Balance.toCounts(Map.of(name, wanted))), name))
            .isEqualTo(wanted);
      }
      assertThat(count(balanced, null)).isEqualTo(count(data, null));
      assertSourceFirst(data, balanced);
    }
  }

  @Test
  void auditsWhatItMakes() {
    AuditedDataset made = augmenter.auditedBalance(Balance.toMajority());
    assertThat(made.dataset().features().toArray())
        .isDeepEqualTo(augmenter.balance().features().toArray());
    assertThat(made.firstSynthetic()).isEqualTo(8);
    assertThat(made.summary().madeByClass())
        .containsExactly(Map.entry("pair", 1), Map.entry("single", 2));
    // A member that is alone is both of its parents.
    assertThat(made.audits().get(1).firstParent()).isEqualTo(4);
    assertThat(made.audits().get(1).secondParent()).isEqualTo(4);
    assertThat(made.audits().get(1).t()).isZero();
  }

  @Test
  void residualsLeaveSamplesAroundAMemberThatIsAloneSamples() {
    AuditedDataset made =
        augmenter.withResiduals().auditedBalance(Balance.toCounts(Map.of("single", 200)));
    double[] squares = new double[2];
    for (int i = 0; i < 199; i++) {
      float[] x = made.dataset().observation(made.firstSynthetic() + i);
      squares[0] += (x[0] + 50.0) * (x[0] + 50.0) / 199;
      squares[1] += (x[1] + 60.0) * (x[1] + 60.0) / 199;
    }
    // The mean of 199 squares of a normal variable is within 5 of its standard errors.
    double variance = Math.exp(LOG_VARIANCE);
    assertThat(squares).containsExactly(new double[] {variance, variance}, within(variance / 2));
  }

  @Test
  void rejectsCountsThatCannotBeReached() {
    for (Map.Entry<Map<String, Integer>, String> wrong :
        Map.of(
                Map.of("triple", 2),
                "count (2) of class \"triple\" must be at least its 3 members: balancing only adds",
                Map.of("none", 1),
                "count (1) of class \"none\", which has no member, must be 0",
                Map.of("zebra", 5),
                "class \"zebra\" is not among the classes " + CLASSES)
            .entrySet()) {
      assertThatThrownBy(() -> augmenter.balance(Balance.toCounts(wrong.getKey())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(wrong.getValue());
    }
    for (double ratio : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Balance.toRatio(ratio))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("ratio (" + ratio + ") must be above 0 and at most 1");
    }
  }

  @Test
  void worksForAModelWithASingleClass() {
    try (CiVaeModel one = HandMadeModels.identity(0, List.of("only"), new float[1][2], 0)) {
      LabeledDataset data =
          LabeledDataset.of(new float[][] {{1, 2}, {3, 4}}, new String[] {"only", "only"});
      AuditedDataset made = one.augmenter(data).audited("only", 5);
      assertThat(made.audits().get(0).margin()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(made.audits().get(0).probability()).isEqualTo(1);
    }
  }
}
