package io.civae.internal.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.data.LabeledDataset;
import io.civae.fixture.FakeTrainer;
import io.civae.internal.checkpoint.TrainingIdentity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DataFactsTest {

  private static final float[][] ROWS = {{1, 2}, {3, 4}};
  private static final LabeledDataset TRAINING = LabeledDataset.of(ROWS, new String[] {"a", "b"});

  private static TrainingIdentity identity(LabeledDataset validation) {
    return new DataFacts(FakeTrainer.random().create(), TRAINING, validation, null)
        .identity(CiVae.builder().config());
  }

  private static String validationFact(LabeledDataset validation) {
    return Objects.requireNonNull(identity(validation).facts().get("validationSha256"));
  }

  @Test
  void otherValidationLabelsAreAnotherTraining() {
    // Both have class 0 first: "a" in one, "b" in the other.
    LabeledDataset one = LabeledDataset.of(ROWS, new String[] {"a", "a"});
    LabeledDataset other = LabeledDataset.of(ROWS, new String[] {"b", "b"});
    assertThat(validationFact(one)).isNotEqualTo(validationFact(other));
  }

  @Test
  void theOrderOfValidationClassesDoesNotMatter() {
    LabeledDataset one = LabeledDataset.of(ROWS, new String[] {"b", "a"});
    LabeledDataset other = one.withClassNames(List.of("b", "a"));
    assertThat(validationFact(one)).isEqualTo(validationFact(other));
    // What files of earlier versions hold, whose classes had the order of training's.
    assertThat(validationFact(one)).isEqualTo(DataFingerprint.of(one));
  }
}
