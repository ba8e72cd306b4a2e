package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVaeConfig;
import io.civae.data.LabeledDataset;
import io.civae.spi.NetworkParameters;
import org.assertj.core.data.Offset;

final class RunningStatisticsTest {

  @OnEveryEngine
  void moveATenthOfTheWayToTheBatch(EngineKind kind) {
    LabeledDataset data = Fixtures.blobs(3, 20, 5, 1);
    CiVaeConfig config = Fixtures.small().epochs(1).batchSize(60).config();

    NetworkParameters parameters = Fixtures.train(kind, config, data);

    double[][] seen =
        new Oracle(config, InitialParameters.draw(new NetworkLayout(config, 5, 3)))
            .firstLinear(Matrices.of(data));
    float[] means = parameters.get("encoder.hidden.0.norm.mean").values();
    float[] variances = parameters.get("encoder.hidden.0.norm.variance").values();
    for (int j = 0; j < means.length; j++) {
      double variance = Oracle.batchVariance(seen, j);
      assertThat((double) means[j]).isCloseTo(0.1 * Oracle.batchMean(seen, j), Offset.offset(1e-6));
      // MXNet divides by n, PyTorch by n − 1.
      assertThat((double) variances[j])
          .isBetween(0.9 + 0.1 * variance - 1e-6, 0.9 + 0.1 * variance * 60 / 59 + 1e-6);
    }
  }
}
