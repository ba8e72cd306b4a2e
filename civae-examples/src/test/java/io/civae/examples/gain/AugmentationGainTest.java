package io.civae.examples.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.civae.examples.table.TableRecipe;
import io.civae.testkit.SyntheticDatasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                    rows -> TableRecipe.settings(rows).epochs(3), TableRecipe::augmenter)),
            line -> {});
    measurement.measure(table, 2);
    String page = new GainPage(measurement.figures(), List.of(table), List.of()).markdown();
    assertThat(page).contains("| drawn | 2 | 0.").doesNotContain("NaN", "null");
    assertThat(page.lines().filter(line -> line.startsWith("| drawn"))).hasSize(3);
  }

  @Test
  void replacesNothingButTheMeasuredPart(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    MeasuredPart.write(page, "first\n");
    Files.writeString(page, "# Title\n" + Files.readString(page) + "last\n");
    MeasuredPart.write(page, "second\n");
    assertThat(page)
        .hasContent("# Title\n<!-- measured: begin -->\nsecond\n<!-- measured: end -->\nlast");
    Files.writeString(page, "no marks\n");
    assertThatThrownBy(() -> MeasuredPart.write(page, "third\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no part between");
  }

  @Test
  void writesTheWholePage() throws IOException {
    String page = System.getProperty("civae.gain.page", "");
    assumeTrue(!page.isEmpty(), "civae.gain.page names no file: scripts/measure-gain runs this");
    GainSets sets = new GainSets(Path.of(System.getProperty("civae.data")));
    List<GainSet> tables = named(sets.tables());
    int imageSplits = Integer.getInteger("civae.gain.images", 3);
    List<GainSet> images = imageSplits == 0 ? List.of() : named(sets.images());
    GainMeasurement measurement =
        new GainMeasurement(
            balancers(new CiVaeWalks(TableRecipe::settings, TableRecipe::augmenter)),
            System.err::println);
    tables.forEach(set -> measurement.measure(set, Integer.getInteger("civae.gain.splits", 10)));
    images.forEach(set -> measurement.measure(set, imageSplits));
    Path file = Path.of(page);
    MeasuredPart.write(file, new GainPage(measurement.figures(), tables, images).markdown());
    assertThat(Files.readString(file)).contains(tables.get(0).name());
  }

  /** All, or those that civae.gain.sets names, between semicolons, to try some. */
  private static List<GainSet> named(List<GainSet> sets) {
    String wanted = System.getProperty("civae.gain.sets", "");
    return sets.stream()
        .filter(set -> wanted.isEmpty() || List.of(wanted.split(";", -1)).contains(set.name()))
        .toList();
  }

  private static Map<Way, Balancer> balancers(Balancer walks) {
    Map<Way, Balancer> balancers = new EnumMap<>(Way.class);
    balancers.put(Way.DUPLICATED, new Duplication());
    balancers.put(Way.SMOTE, new WekaSmote());
    balancers.put(Way.WALKS, walks);
    return balancers;
  }
}
