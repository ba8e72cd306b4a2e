package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.Augmenter;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.data.LabeledDataset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArraysHowToTest extends HowToFixture {

  @Test
  void arrays() {
    LabeledDataset balanced = model.augmenter(data).balance();
    float[][] x = balanced.features().toArray();
    int[] y = new int[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = balanced.classIndex(i); // position in balanced.classNames()
    }
    assertThat(x).hasNumberOfRows(3 * 120);
    assertThat(y).startsWith(data.classIndex(0)).containsOnly(0, 1, 2);
  }

  @Test
  void streams() {
    Augmenter augmenter =
        model
            .augmenter(data)
            .between(Endpoints.nearestNeighbours(5))
            .withResiduals()
            .keeping(Constraints.seenIn(data));
    try (Stream<float[]> rare = augmenter.stream("2")) {
      List<float[]> wide = rare.filter(row -> row[0] > 0).limit(20).toList();
      assertThat(wide).hasSize(20).allMatch(row -> row[0] > 0);
    }
    Iterator<float[]> endless = augmenter.stream("1").iterator(); // one at a time, as needed
    assertThat(endless.next()).hasSize(data.featureCount());
  }
}
