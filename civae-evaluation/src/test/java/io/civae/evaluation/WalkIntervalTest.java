package io.civae.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.civae.data.LabeledDataset;
import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkIntervalTest {

  private static final int REPETITIONS = 300;
  private static final float[][] NOTHING = new float[0][];

  private static List<ClassWalk> walks(int members, int pairs, long seed) {
    String[] labels = new String[members];
    Arrays.fill(labels, "c");
    LabeledDataset data = LabeledDataset.of(new float[members][1], labels);
    return ClassPair.draw(data, pairs, seed).stream()
        .map(pair -> new ClassWalk(pair, NOTHING, NOTHING))
        .toList();
  }

  /** Each observation pulls at all of its walks; what the mean over all pairs is, is known: 0. */
  @ParameterizedTest
  @ValueSource(ints = {8, 20, 100, 1_000})
  void coversTheMeanOverAllPairsWhetherWalksShareManyEndsOrFew(int members) {
    int covered = 0;
    for (int r = 0; r < REPETITIONS; r++) {
      SeededRandom random = SeededRandom.of(r, members);
      double[] effect = new double[members];
      Arrays.setAll(effect, i -> random.nextGaussian());
      List<ClassWalk> walks = walks(members, 200, r);
      ConfidenceInterval interval = WalkInterval.mean(walks, sums(walks, effect));
      covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
    }
    // Five standard errors of a share of 95 %.
    assertThat((double) covered / REPETITIONS).isCloseTo(0.95, within(0.06));
  }

  /** A walk fails when one of its ends is bad, as one observation in five is. */
  @ParameterizedTest
  @ValueSource(ints = {20, 1_000})
  void coversAShareWhetherWalksShareManyEndsOrFew(int members) {
    int covered = 0;
    for (int r = 0; r < REPETITIONS; r++) {
      SeededRandom random = SeededRandom.of(r, members);
      boolean[] bad = new boolean[members];
      for (int i = 0; i < members; i++) {
        bad[i] = random.nextDouble() < 0.2;
      }
      List<ClassWalk> walks = walks(members, 200, r);
      double[] shares =
          walks.stream()
              .map(walk -> walk.pair().orElseThrow())
              .mapToDouble(pair -> bad[pair.from()] || bad[pair.to()] ? 0 : 1)
              .toArray();
      ConfidenceInterval interval = WalkInterval.share(walks, shares);
      covered += interval.low() <= 0.64 && 0.64 <= interval.high() ? 1 : 0;
    }
    assertThat((double) covered / REPETITIONS).isCloseTo(0.95, within(0.06));
  }

  private static double[] sums(List<ClassWalk> walks, double[] effect) {
    return walks.stream()
        .map(walk -> walk.pair().orElseThrow())
        .mapToDouble(pair -> effect[pair.from()] + effect[pair.to()])
        .toArray();
  }

  @Test
  void agreesWithStudentsIntervalWhereWalksShareNothing() {
    List<ClassWalk> walks = new ArrayList<>();
    double[] values = new double[400];
    SeededRandom random = SeededRandom.of(5L);
    for (int w = 0; w < values.length; w++) {
      walks.add(new ClassWalk("c", NOTHING, NOTHING));
      values[w] = 2 + random.nextGaussian();
    }
    ConfidenceInterval student = StudentInterval.mean(values);
    ConfidenceInterval found = WalkInterval.mean(walks, values);
    double margin = student.high() - student.estimate();
    assertThat(found.estimate()).isCloseTo(student.estimate(), within(1e-12));
    assertThat(found.low()).isCloseTo(student.low(), within(0.01 * margin));
    assertThat(found.high()).isCloseTo(student.high(), within(0.01 * margin));
  }

  @Test
  void differencesBetweenClassesAreNoSpread() {
    List<ClassWalk> walks = new ArrayList<>();
    double[] values = new double[20];
    for (int w = 0; w < values.length; w++) {
      walks.add(new ClassWalk(w < 10 ? "low" : "high", NOTHING, NOTHING));
      values[w] = w < 10 ? 1 : 9;
    }
    assertThat(WalkInterval.mean(walks, values)).isEqualTo(new ConfidenceInterval(5, 5, 5, 0.95));
  }

  @Test
  void aShareOfOneHasAnIntervalThatFewerObservationsMakeWider() {
    double[] ones = new double[200];
    Arrays.fill(ones, 1);
    ConfidenceInterval many = WalkInterval.share(walks(1_000, 200, 1L), ones);
    ConfidenceInterval few = WalkInterval.share(walks(20, 200, 1L), ones);
    assertThat(many.high()).isEqualTo(1);
    // Wilson (1927) with 10 and with between 150 and 200 trials: n / (n + t²).
    assertThat(few.low()).isCloseTo(10 / (10 + 2.093 * 2.093), within(0.001));
    assertThat(many.low()).isBetween(0.974, 0.982);
  }

  @Test
  void tooFewObservationsSayNothingOfTheSpread() {
    ConfidenceInterval three = WalkInterval.mean(walks(3, 50, 1L), new double[50]);
    assertThat(three.estimate()).isEqualTo(0);
    assertThat(three.low()).isNaN();
    assertThat(WalkInterval.share(walks(20, 1, 1L), 1).high()).isNaN();
  }

  @Test
  void rejectsNoWalksOtherNumbersAndValuesOutOfRange() {
    List<ClassWalk> two = walks(9, 2, 1L);
    assertThatThrownBy(() -> WalkInterval.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("walks is empty");
    assertThatThrownBy(() -> WalkInterval.mean(two, 1))
        .hasMessage("values has 1 numbers; 2 walks ask for as many");
    assertThatThrownBy(() -> WalkInterval.mean(two, 1, Double.NaN))
        .hasMessage("values[1] (NaN) must be finite");
    assertThatThrownBy(() -> WalkInterval.share(two, 1, 1.5))
        .hasMessage("shares[1] (1.5) must be in [0, 1]");
  }
}
