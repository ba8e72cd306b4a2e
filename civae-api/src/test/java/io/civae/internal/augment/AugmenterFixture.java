package io.civae.internal.augment;

import io.civae.Augmenter;
import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.fixture.HandMadeModels;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A model whose latents are its observations, so that walks can be seen, and a small source. */
abstract class AugmenterFixture {

  static final List<String> CLASSES = List.of("pair", "triple", "single", "none");
  static final float LOG_VARIANCE = -2;

  final CiVaeModel model =
      HandMadeModels.identity(
          LOG_VARIANCE, CLASSES, new float[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}, 0, 0, 0, 0);

  final LabeledDataset source =
      labelled(
              new float[][] {
                {0, 0}, {100, 100}, {10, 20}, {100, 200}, {-50, -60}, {7, 7}, {300, 100}, {8, 8}
              },
              "pair",
              "triple",
              "pair",
              "triple",
              "single",
              null,
              "triple",
              null)
          .withClassNames(CLASSES)
          .withFeatureNames(List.of("length", "width"));

  final Augmenter augmenter = model.augmenter(source);

  // NullAway on JDK 17 does not see in a class file that the elements of an array may be null.
  @SuppressWarnings("NullAway")
  static LabeledDataset labelled(float[][] rows, @Nullable String... labels) {
    return LabeledDataset.of(rows, labels);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  static int count(LabeledDataset data, @Nullable String label) {
    return (int)
        IntStream.range(0, data.size()).filter(i -> Objects.equals(data.label(i), label)).count();
  }
}
