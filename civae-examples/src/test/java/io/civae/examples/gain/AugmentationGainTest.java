package io.civae.examples.gain;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.augment.Endpoints;
import io.civae.testkit.SyntheticDatasets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The comparison small on drawn data; and, when {@code civae.gain.page} names a file, in full on
 * real data, for scripts/measure-gain.
 */
class AugmentationGainTest {

  @Test
  void measuresEveryWayByEveryUser() {
    GainSet table =
        GainSet.table(
            "drawn",
            SyntheticDatasets.imbalancedTable(new int[] {60, 24, 12}, 3),
            GainSet.Role.CONFIRMATION);
    GainMeasurement measurement =
        new GainMeasurement(
            balancers(
                new CiVaeWalks(
                    () -> CiVae.builder().hiddenLayers(16).latentDim(3).epochs(3),
                    augmenter -> augmenter.between(Endpoints.nearestNeighbours(5)))),
            line -> {});
    measurement.measure(table, 2);
    String page = new GainPage(measurement.figures(), List.of(table), List.of()).markdown();
    assertThat(page).contains("| drawn | 2 | 0.").doesNotContain("NaN", "null");
    assertThat(page.lines().filter(line -> line.startsWith("| drawn"))).hasSize(3);
  }

  private static Map<Way, Balancer> balancers(Balancer walks) {
    Map<Way, Balancer> balancers = new EnumMap<>(Way.class);
    balancers.put(Way.DUPLICATED, new Duplication());
    balancers.put(Way.SMOTE, new WekaSmote());
    balancers.put(Way.WALKS, walks);
    return balancers;
  }
}
