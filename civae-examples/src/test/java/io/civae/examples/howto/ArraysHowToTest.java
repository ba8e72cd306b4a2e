package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArraysHowToTest extends HowToFixture {

  /** Rows around a centre of their class each: 40 oaks, 12 elms, 8 figs. */
  private static float[][] trees() {
    Random random = new Random(7);
    float[][] rows = new float[60][4];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < rows[i].length; f++) {
        rows[i][f] = (float) (kind(i) * (f + 1) + random.nextGaussian());
      }
    }
    return rows;
  }

  private static int kind(int row) {
    return row < 40 ? 0 : row < 52 ? 1 : 2;
  }

  @Test
  void arrays() {
    float[][] x = trees();
    String[] y =
        IntStream.range(0, x.length)
            .mapToObj(i -> List.of("oak", "elm", "fig").get(kind(i)))
            .toArray(String[]::new);
    LabeledDataset real = LabeledDataset.of(x, y); // float[][], a row each; String[], its class
    try (CiVaeModel model = ciVae.fit(real)) {
      LabeledDataset balanced =
          model.augmenter(real).between(Endpoints.nearestNeighbours(5)).withResiduals().balance();
      float[][] moreX = balanced.features().toArray(); // the real rows come first
      String[] moreY = new String[moreX.length];
      for (int i = 0; i < moreY.length; i++) {
        moreY[i] = balanced.classNames().get(balanced.classIndex(i));
      }

      assertThat(moreX).hasNumberOfRows(3 * 40);
      assertThat(Arrays.copyOf(moreX, x.length)).isDeepEqualTo(trees());
      assertThat(moreY).startsWith(y);
      for (String name : List.of("oak", "elm", "fig")) {
        assertThat(Stream.of(moreY).filter(name::equals)).hasSize(40);
      }
    }
  }

  @Test
  void arraysWithNumbersForClasses() {
    float[][] x = trees();
    int[] y = IntStream.range(0, x.length).map(ArraysHowToTest::kind).toArray();
    LabeledDataset real = LabeledDataset.of(x, y); // int[]: classes are named "0", "1", …
    try (CiVaeModel model = ciVae.fit(real)) {
      LabeledDataset more = model.augmenter(real).generate("2", 30);
      float[][] rare = more.features().toArray(); // thirty rows of class 2, and no real one

      assertThat(rare).hasDimensions(30, 4);
      assertThat(real.classNames()).containsExactly("0", "1", "2");
    }
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
