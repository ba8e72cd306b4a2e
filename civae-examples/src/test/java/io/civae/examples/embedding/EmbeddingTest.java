package io.civae.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.civae.spi.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private static final int BLOBS = 4;
  private static final int PER_BLOB = 40;

  /** Point i is of blob i mod 4; the blobs lie 12 deviations apart in ten dimensions. */
  private static float[][] blobs() {
    SeededRandom random = SeededRandom.of(11);
    float[][] points = new float[BLOBS * PER_BLOB][10];
    for (int i = 0; i < points.length; i++) {
      random.fillGaussian(points[i]);
      points[i][i % BLOBS] += 12;
    }
    return points;
  }

  /** The share of points whose five nearest others in the layout are all of their blob. */
  private static double purity(float[][] layout) {
    NearestNeighbors neighbors = NearestNeighbors.of(layout, 5);
    int pure = 0;
    for (int i = 0; i < layout.length; i++) {
      boolean all = true;
      for (int rank = 0; rank < 5; rank++) {
        all &= neighbors.id(i, rank) % BLOBS == i % BLOBS;
      }
      pure += all ? 1 : 0;
    }
    return pure / (double) layout.length;
  }

  @Test
  void tsneKeepsBlobsApartAndRepeatsBitForBit() {
    List<Integer> heard = new ArrayList<>();
    float[][] layout = Embedding.tsne(blobs(), 3, (step, steps) -> heard.add(steps - step));
    assertThat(layout).hasDimensions(BLOBS * PER_BLOB, 2);
    assertThat(purity(layout)).isEqualTo(1);
    assertThat(Embedding.tsne(blobs(), 3)).isDeepEqualTo(layout);
    assertThat(heard).hasSize(750).startsWith(749).endsWith(0);
  }

  @Test
  void umapKeepsBlobsApartAndRepeatsBitForBit() {
    for (int dimensions = 2; dimensions <= 3; dimensions++) {
      float[][] layout = Embedding.umap(blobs(), dimensions, 3);
      assertThat(layout).hasDimensions(BLOBS * PER_BLOB, dimensions);
      assertThat(purity(layout)).isEqualTo(1);
      assertThat(Embedding.umap(blobs(), dimensions, 3)).isDeepEqualTo(layout);
      assertThat(purity(Embedding.umap(blobs(), dimensions, 4))).isEqualTo(1);
    }
  }

  @Test
  void laysOutFewPointsAndPointsThatAreTheSame() {
    float[][] same = new float[6][3];
    same[5][1] = 1;
    float[][] few = {{0, 0}, {1, 0}, {0, 1}, {5, 5}};
    for (float[][] points : List.of(same, few)) {
      for (float[][] layout : List.of(Embedding.tsne(points, 1), Embedding.umap(points, 3, 1))) {
        for (float[] row : layout) {
          for (float value : row) {
            assertThat(value).isFinite();
          }
        }
      }
    }
  }

  @Test
  void findsTheNearestNeighbours() {
    NearestNeighbors neighbors = NearestNeighbors.of(new float[][] {{0}, {10}, {3}, {4}, {-1}}, 2);
    assertThat(neighbors.id(0, 0)).isEqualTo(4);
    assertThat(neighbors.id(0, 1)).isEqualTo(2);
    assertThat(neighbors.id(1, 0)).isEqualTo(3);
    assertThat(neighbors.distance(1, 1)).isEqualTo(7);
  }

  @Test
  void weighsNeighboursToTheWantedPerplexity() {
    double[] p = Affinities.probabilities(new double[] {0, 1, 4, 9, 16}, Math.log(2.5));
    double sum = 0;
    double entropy = 0;
    for (double share : p) {
      sum += share;
      entropy -= share * Math.log(share);
    }
    assertThat(sum).isCloseTo(1, offset(1e-12));
    assertThat(Math.exp(entropy)).isCloseTo(2.5, offset(1e-6));
  }

  @Test
  void approximatesRepulsionByATreeThatAgreesWithAllPairs() {
    SeededRandom random = SeededRandom.of(5);
    double[] xs = random.doubles(200).toArray();
    double[] ys = random.doubles(200).toArray();
    xs[7] = xs[8];
    ys[7] = ys[8];
    QuadTree tree = new QuadTree(xs, ys);
    double[] force = new double[2];
    for (int i = 0; i < xs.length; i++) {
      double sum = 0;
      double forceX = 0;
      for (int j = 0; j < xs.length; j++) {
        double dx = xs[i] - xs[j];
        double dy = ys[i] - ys[j];
        double q = 1 / (1 + dx * dx + dy * dy);
        sum += i == j ? 0 : q;
        forceX += q * q * dx;
      }
      assertThat(tree.repulsion(xs[i], ys[i], 0, force)).isCloseTo(sum, offset(1e-9));
      assertThat(force[0]).isCloseTo(forceX, offset(1e-9));
      assertThat(tree.repulsion(xs[i], ys[i], 0.5, force)).isCloseTo(sum, offset(0.02 * sum));
    }
  }

  @Test
  void namesWhatIsWrongWithThePoints() {
    assertThatThrownBy(() -> Embedding.tsne(new float[3][2], 1))
        .hasMessage("points (3) must be at least 4");
    assertThatThrownBy(() -> Embedding.umap(new float[4][2], 4, 1))
        .hasMessage("dimensions (4) must be from 1 to 3");
    float[][] ragged = {{1, 2}, {1, 2}, {1}, {1, 2}};
    assertThatThrownBy(() -> Embedding.tsne(ragged, 1))
        .hasMessage("point 2 has 1 coordinates, point 0 has 2");
    float[][] broken = {{1, 2}, {1, Float.NaN}, {1, 1}, {1, 2}};
    assertThatThrownBy(() -> Embedding.umap(broken, 2, 1))
        .hasMessage("point 1, coordinate 1 (NaN) must be finite");
  }
}
