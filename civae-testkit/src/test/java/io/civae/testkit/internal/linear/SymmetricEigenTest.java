package io.civae.testkit.internal.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.spi.SeededRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

  @Test
  void solvesAMatrixSolvedByHand() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-14));
    assertThat(eigen.vectors()[0][0]).isCloseTo(eigen.vectors()[0][1], within(1e-14));
  }

  @Test
  void vectorsAreOrthonormalAndSatisfyTheDefinition() {
    int n = 12;
    SeededRandom random = SeededRandom.of(1);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(a);
    for (int e = 0; e < n; e++) {
      double[] v = eigen.vectors()[e];
      for (int i = 0; i < n; i++) {
        assertThat(PrincipalAxes.dot(a[i], v)).isCloseTo(eigen.values()[e] * v[i], within(1e-10));
        assertThat(PrincipalAxes.dot(v, eigen.vectors()[i]))
            .isCloseTo(e == i ? 1 : 0, within(1e-12));
      }
      assertThat(e == 0 || eigen.values()[e] <= eigen.values()[e - 1]).isTrue();
    }
  }

  @Test
  void acceptsADiagonalMatrix() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, 0, 0}, {0, 5, 0}, {0, 0, 0}});
    assertThat(eigen.values()).containsExactly(5, 1, 0);
    assertThat(eigen.vectors()[0]).containsExactly(0, 1, 0);
  }
}
