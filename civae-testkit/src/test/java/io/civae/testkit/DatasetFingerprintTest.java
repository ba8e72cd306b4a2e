package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.data.LabeledDataset;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Users' tests rest on these data being the same from release to release and on every platform. The
 * values are the CRC-32 over, row by row, the bits of each float (four bytes, highest first) and
 * the class index as one byte; they were taken when the data were first published.
 */
class DatasetFingerprintTest {

  @Test
  void dataAreThoseFirstPublished() {
    assertThat(crc(SyntheticDatasets.digits(3, 7))).isEqualTo(553_352_496L);
    assertThat(crc(SyntheticDatasets.gaussianBlobs(new int[] {5, 4, 3}, 6, 7)))
        .isEqualTo(688_539_030L);
    assertThat(crc(SyntheticDatasets.imbalancedTable(new int[] {9, 4, 3}, 7)))
        .isEqualTo(617_991_253L);
    assertThat(crc(SyntheticDatasets.moons(6, 0.1, 7))).isEqualTo(2_935_109_426L);
    SingleCellDesign design = SingleCellDesign.builder().cellsPerType(5).build();
    assertThat(crc(SyntheticDatasets.singleCells(design, 7).data())).isEqualTo(4_156_182_458L);
  }

  private static long crc(LabeledDataset data) {
    CRC32 crc = new CRC32();
    for (int i = 0; i < data.size(); i++) {
      for (float value : data.observation(i)) {
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 24; shift >= 0; shift -= 8) {
          crc.update(bits >>> shift);
        }
      }
      crc.update(data.classIndex(i));
    }
    return crc.getValue();
  }
}
