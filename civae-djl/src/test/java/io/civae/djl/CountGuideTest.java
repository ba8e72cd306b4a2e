package io.civae.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.CountDecoder;
import io.civae.Likelihood;
import io.civae.data.DatasetSplit;
import io.civae.data.LabeledDataset;
import io.civae.testkit.SingleCellDesign;
import io.civae.testkit.SyntheticDatasets;
import java.util.Arrays;

/** The code of docs/counts.md. */
final class CountGuideTest {

  private static LabeledDataset cells() {
    SingleCellDesign design =
        SingleCellDesign.builder().cellTypes(3).cellsPerType(60).flatGenes(20).build();
    return SyntheticDatasets.singleCells(design, 3).data();
  }

  @OnEveryEngine
  void trainsDecodesAndDraws(EngineKind kind) {
    CiVae ciVae =
        CiVae.builder()
            .likelihood(Likelihood.NEGATIVE_BINOMIAL)
            .hiddenLayers(32, 16)
            .epochs(20)
            .backend(DjlBackend.of(kind.engineName()))
            .build();
    DatasetSplit split = cells().split(0.6, 0.2, 0.2, 7L); // raw counts, cells in rows
    try (CiVaeModel model = ciVae.fit(split.training(), split.validation())) {
      float[][] z = model.encoder().encode(split.test().features()).mean();
      float[][] typical = model.decoder().decode(z); // expected counts, median library size
      CountDecoder counts = model.countDecoder();
      float[][] perTenThousand = counts.expected(z, 10_000f);
      float[] theta = counts.dispersion(); // variance: mean + mean² / theta

      float[] librarySizes = new float[z.length];
      Arrays.fill(librarySizes, counts.librarySize());
      float[][] drawn = counts.sample(z, librarySizes, 42L); // whole numbers

      assertThat(theta).hasSize(split.test().featureCount());
      double ratio = 10_000 / counts.librarySize();
      for (int i = 0; i < z.length; i++) {
        double sum = 0;
        double drawnSum = 0;
        for (int j = 0; j < theta.length; j++) {
          assertThat(perTenThousand[i][j] / ratio)
              .isCloseTo(typical[i][j], org.assertj.core.data.Offset.offset(1e-2));
          assertThat(drawn[i][j]).isEqualTo((float) Math.rint(drawn[i][j]));
          sum += typical[i][j];
          drawnSum += drawn[i][j];
        }
        assertThat(sum)
            .isCloseTo(counts.librarySize(), org.assertj.core.data.Percentage.withPercentage(0.1));
        assertThat(drawnSum).isPositive();
      }
    }
  }
}
