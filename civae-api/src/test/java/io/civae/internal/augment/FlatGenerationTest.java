package io.civae.internal.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.Augmenter;
import io.civae.augment.Constraints;
import io.civae.augment.Endpoints;
import io.civae.augment.Rejection;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeAccelerator;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatGenerationTest extends AugmenterFixture {

  private static float[] flat(LabeledDataset data) {
    int d = data.featureCount();
    float[] values = new float[data.size() * d];
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, values, i * d);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 1024, 2500})
  void givesTheBitsOfGenerate(int count) {
    Augmenter rejecting =
        augmenter
            .withPosteriorNoise(3)
            .between(Endpoints.nearestNeighbours(1))
            .rejecting(Rejection.offClass().withLimit(1000));
    Augmenter bound =
        augmenter
            .withResiduals()
            .keeping(Constraints.none().integer("width").nonNegative("length"));
    for (Augmenter any : new Augmenter[] {augmenter, rejecting, bound}) {
      float[] target = new float[count * 2];
      any.generateInto("triple", count, target);
      assertThat(target).isEqualTo(flat(any.generate("triple", count)));
    }
  }

  @Test
  void givesTheBitsOfGenerateOnAnEngineToo() {
    try (TrainedModel fast =
        new TrainedModel(HandMadeModels.smallContents(), new FakeAccelerator())) {
      LabeledDataset rows =
          LabeledDataset.of(new float[][] {{1, 2, 3}, {4, 5, 6}}, new String[] {"a", "a"});
      float[] target = new float[3000 * 3];
      fast.augmenter(rows).generateInto("a", 3000, target);
      assertThat(target).isEqualTo(flat(fast.augmenter(rows).generate("a", 3000)));
    }
  }

  @Test
  void leavesWhatItMadeBeforeAlone() {
    float[] target = new float[20];
    augmenter.generateInto("pair", 10, target);
    float[] before = target.clone();
    augmenter.withSeed(99).generateInto("pair", 10, new float[20]);
    float[] streamed = augmenter.stream("pair").findFirst().orElseThrow();
    Arrays.fill(streamed, 7);
    assertThat(target).isEqualTo(before);
  }

  /** Each belongs to the caller, though they are decoded together. */
  @Test
  void streamsRowsThatShareNothing() {
    float[][] rows = augmenter.stream("pair").limit(300).toArray(float[][]::new);
    float[] second = rows[1].clone();
    Arrays.fill(rows[0], -1);
    assertThat(rows[1]).isEqualTo(second);
    assertThat(augmenter.generate("pair", 2).observation(1)).isEqualTo(second);
  }

  @Test
  void refusesAnArrayOfAnotherLengthAndWhatGenerateRefuses() {
    assertThatThrownBy(() -> augmenter.generateInto("pair", 10, new float[19]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target has 19 values; 10 rows of 2 ask for 20");
    assertThatThrownBy(() -> augmenter.generateInto("pair", 0, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count (0) must be at least 1");
    assertThatThrownBy(() -> augmenter.generateInto("single", 1, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a walk needs two");
  }
}
