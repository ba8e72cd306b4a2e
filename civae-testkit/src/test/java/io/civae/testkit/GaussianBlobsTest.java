package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.data.LabeledDataset;
import org.junit.jupiter.api.Test;

class GaussianBlobsTest {

  @Test
  void classesHaveTheSizesAskedFor() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {60, 20, 8}, 5, 3);
    CiVaeAssertions.assertThat(data)
        .hasSize(88)
        .hasFeatureCount(5)
        .hasClasses("0", "1", "2")
        .hasClassCount("0", 60)
        .hasClassCount("1", 20)
        .hasClassCount("2", 8);
  }

  @Test
  void pointsLieNearestTheirOwnCentreInAnyNumberOfDimensions() {
    for (int features : new int[] {1, 2, 10, 300}) {
      LabeledDataset data =
          SyntheticDatasets.gaussianBlobs(new int[] {50, 40, 30, 20, 10}, features, features);
      double[][] means = means(data);
      for (int i = 0; i < data.size(); i++) {
        assertThat(nearest(means, data.observation(i)))
            .as("row %s of %s features", i, features)
            .isEqualTo(data.classIndex(i));
      }
    }
  }

  @Test
  void noiseHasUnitVariance() {
    LabeledDataset data = SyntheticDatasets.gaussianBlobs(new int[] {4_000}, 2, 1);
    double[] mean = means(data)[0];
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      sum += squaredDistance(mean, data.observation(i));
    }
    assertThat(sum / data.size() / 2).isBetween(0.93, 1.07);
  }

  @Test
  void sameSeedGivesTheSamePoints() {
    int[] sizes = {3, 4};
    float[][] once = SyntheticDatasets.gaussianBlobs(sizes, 3, 1).features().toArray();
    assertThat(SyntheticDatasets.gaussianBlobs(sizes, 3, 1).features().toArray())
        .isDeepEqualTo(once);
    assertThat(SyntheticDatasets.gaussianBlobs(sizes, 3, 2).features().toArray())
        .isNotEqualTo(once);
  }

  @Test
  void namesTheArgumentThatBreaksARule() {
    assertThatThrownBy(() -> SyntheticDatasets.gaussianBlobs(new int[] {}, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perClass ([]) must name at least 1 class");
    assertThatThrownBy(() -> SyntheticDatasets.gaussianBlobs(new int[] {5, 0}, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perClass[1] (0) must be at least 1");
    assertThatThrownBy(() -> SyntheticDatasets.gaussianBlobs(new int[] {5, 5}, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("features (0) must be at least 1");
  }

  private static double[][] means(LabeledDataset data) {
    double[][] means = new double[data.classNames().size()][data.featureCount()];
    for (int c = 0; c < means.length; c++) {
      int[] members = data.indicesOf(Integer.toString(c));
      for (int i : members) {
        float[] x = data.observation(i);
        for (int j = 0; j < x.length; j++) {
          means[c][j] += x[j] / members.length;
        }
      }
    }
    return means;
  }

  private static int nearest(double[][] means, float[] x) {
    int best = 0;
    for (int c = 1; c < means.length; c++) {
      best = squaredDistance(means[c], x) < squaredDistance(means[best], x) ? c : best;
    }
    return best;
  }

  private static double squaredDistance(double[] mean, float[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (x[j] - mean[j]) * (x[j] - mean[j]);
    }
    return sum;
  }
}
