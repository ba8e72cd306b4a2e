package io.civae.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.civae.CiVae;
import io.civae.CiVaeBuilder;
import io.civae.CiVaeConfig;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.data.LabeledDataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTaskTest {

  private static final LabeledDataset DATA =
      LabeledDataset.of(new float[][] {{1}, {2}}, new int[] {0, 1});

  private static CiVaeBuilder resolved() {
    return CiVae.builder()
        .epochs(1)
        .batchSize(2)
        .scaling(Scaling.NONE)
        .outputActivation(OutputActivation.LINEAR);
  }

  @Test
  void answersWhatItWasGiven() {
    CiVaeConfig config = resolved().config();
    TrainingTask task = new TrainingTask(config, DATA, null);
    assertThat(task.config()).isEqualTo(config);
    assertThat(task.training()).isSameAs(DATA);
    assertThat(task.validation()).isEmpty();
    assertThat(new TrainingTask(config, DATA, DATA).validation()).containsSame(DATA);
  }

  @Test
  void rejectsAConfigurationWithAnyAutomaticChoiceLeft() {
    List<CiVaeConfig> open =
        List.of(
            CiVae.builder()
                .batchSize(2)
                .scaling(Scaling.NONE)
                .outputActivation(OutputActivation.LINEAR)
                .config(),
            CiVae.builder()
                .epochs(1)
                .scaling(Scaling.NONE)
                .outputActivation(OutputActivation.LINEAR)
                .config(),
            resolved().scaling(Scaling.AUTO).config(),
            resolved().outputActivation(OutputActivation.AUTO).config());
    for (CiVaeConfig config : open) {
      assertThat(config.isResolved()).isFalse();
      assertThatThrownBy(() -> new TrainingTask(config, DATA, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("must be resolved");
    }
  }
}
