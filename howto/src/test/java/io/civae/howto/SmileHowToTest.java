package io.civae.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.testkit.FakeBackend;
import io.civae.testkit.SyntheticDatasets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.classification.KNN;

final class SmileHowToTest {

  @Test
  void balancesBeforeAClassifier() {
    LabeledDataset table = SyntheticDatasets.imbalancedTable(new int[] {120, 50, 15}, 3);
    double[][] x = doubles(table);
    int[] y = IntStream.range(0, table.size()).map(table::classIndex).toArray();
    CiVae ciVae = CiVae.builder().latentDim(3).backend(new FakeBackend()).build();

    LabeledDataset real = LabeledDataset.of(x, y); // Smile's own shapes: double[][] and int[]
    try (CiVaeModel model = ciVae.fit(real)) {
      LabeledDataset balanced = model.augmenter(real).forTables().balance();
      double[][] moreX = doubles(balanced);
      int[] moreY =
          IntStream.range(0, balanced.size())
              .map(i -> Integer.parseInt(balanced.classNames().get(balanced.classIndex(i))))
              .toArray();
      KNN<double[]> classifier = KNN.fit(moreX, moreY, 5);

      assertThat(moreY).startsWith(y).hasSize(3 * 120);
      assertThat(Arrays.copyOf(moreX, x.length)).isDeepEqualTo(x);
      int[] said = classifier.predict(x);
      assertThat(IntStream.range(0, y.length).filter(i -> said[i] == y[i]).count())
          .isGreaterThan(y.length / 2);
    }
  }

  private static double[][] doubles(LabeledDataset data) {
    double[][] rows = new double[data.size()][data.featureCount()];
    for (int i = 0; i < rows.length; i++) {
      float[] row = data.observation(i);
      for (int f = 0; f < row.length; f++) {
        rows[i][f] = row[f];
      }
    }
    return rows;
  }
}
