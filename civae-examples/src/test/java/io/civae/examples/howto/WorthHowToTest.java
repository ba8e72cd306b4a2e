package io.civae.examples.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVaeModel;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.evaluation.AugmentationUtility;
import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.Learner;
import io.civae.evaluation.Novelty;
import io.civae.evaluation.StudentInterval;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether augmentation pays on one's own data: a program of docs/augmentation-gain.md. */
final class WorthHowToTest extends HowToFixture {

  @Test
  void onYourOwnData() {
    double[] gains = new double[5];
    for (int split = 0; split < gains.length; split++) {
      DatasetSplit parts = data.split(0.5, 0.25, 0.25, split);
      LabeledDataset training = parts.training();
      LabeledDataset test = parts.validation().followedBy(parts.test());
      try (CiVaeModel model = ciVae.fit(training)) { // of the training part alone
        LabeledDataset balanced = model.augmenter(training).forTables().balance();
        int[] made = IntStream.range(training.size(), balanced.size()).toArray();
        LabeledDataset synthetic = balanced.select(made);
        AugmentationUtility utility =
            AugmentationUtility.of(training, test, Learner.logisticRegression());
        gains[split] = utility.gain(synthetic); // in macro-F1
        double novelty = Novelty.of(training, synthetic).median(); // 0 copies, above 1 strangers
        assertThat(novelty).isBetween(0.05, 2.0);
      }
    }
    ConfidenceInterval gain = StudentInterval.mean(gains);
    assertThat(gain.low()).isBetween(-1.0, gain.estimate());
    assertThat(gain.estimate()).isBetween(-0.2, 0.2);
  }
}
