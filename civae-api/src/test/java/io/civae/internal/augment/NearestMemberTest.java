package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the comparison with every feature of every member. */
class NearestMemberTest {

  private static final int OBSERVATIONS = 400;

  /** Rows of a given rank around a shifted mean, every tenth one a copy of the first. */
  private static float[][] rows(int count, int features, int rank, double noise, Random random) {
    double[][] directions = new double[rank][features];
    for (double[] direction : directions) {
      for (int f = 0; f < features; f++) {
        direction[f] = random.nextGaussian();
      }
    }
    float[][] rows = new float[count][features];
    for (float[] row : rows) {
      double[] along = random.doubles(rank, -3, 3).toArray();
      for (int f = 0; f < features; f++) {
        double sum = 100 + noise * random.nextGaussian();
        for (int k = 0; k < rank; k++) {
          sum += along[k] * directions[k][f];
        }
        row[f] = (float) sum;
      }
    }
    for (int i = 10; i < count; i += 10) {
      rows[i] = rows[0].clone();
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "300, 150, 5, 0, 1", // All in the directions: residuals are rounding alone.
    "300, 150, 5, 0.1, 2",
    "300, 150, 60, 0, 3",
    "300, 200, 2, 100, 4", // Hardly any structure.
    "20, 400, 3, 0.5, 5", // Fewer members than directions, and too few to pay.
    "300, 8, 3, 0.5, 6", // Too narrow to pay.
    "300, 150, 0, 0, 7" // All members alike.
  })
  void findsTheFirstOfTheNearest(int members, int features, int rank, double noise, int seed) {
    Random random = new Random(seed);
    float[][] all = rows(members + OBSERVATIONS, features, rank, noise, random);
    float[][] real = Arrays.copyOf(all, members);
    NearestMember nearest = NearestMember.among(real, OBSERVATIONS);
    for (int q = 0; q < OBSERVATIONS; q++) {
      float[] x = all[members + q];
      if (q % 3 == 0) {
        x = real[random.nextInt(members)].clone();
      }
      int expected = 0;
      for (int i = 1; i < members; i++) {
        expected = squared(x, real[i]) < squared(x, real[expected]) ? i : expected;
      }
      int found = nearest.of(x, random.nextInt(members));
      assertThat(found).isEqualTo(expected);
      assertThat(nearest.squaredDistance(x, found)).isEqualTo(squared(x, real[expected]));
    }
  }

  private static double squared(float[] a, float[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      double difference = (double) a[f] - b[f];
      sum += difference * difference;
    }
    return sum;
  }
}
