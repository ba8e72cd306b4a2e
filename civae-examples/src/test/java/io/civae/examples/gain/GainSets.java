package io.civae.examples.gain;

import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.gain.GainSet.Role;
import io.civae.examples.mnist.MnistFiles;
import io.civae.examples.table.Table;
import io.civae.examples.table.TableLayout;
import io.civae.examples.table.TableSource;
import io.civae.examples.table.TableSurvey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** The data sets of the comparison, from a folder of real data. */
final class GainSets {

  /** Half of fewer members is too few for a pair on one side and a score on the other. */
  private static final int FEWEST_MEMBERS = 5;

  private final Path folder;

  GainSets(Path folder) {
    this.folder = folder;
  }

  List<GainSet> tables() throws IOException {
    return List.of(
        GainSet.table("glass", read("glass", "10", false), Role.DEVELOPMENT),
        GainSet.table("new-thyroid", read("new-thyroid", "6", false), Role.DEVELOPMENT),
        GainSet.table("yeast4", read("yeast4", "Class", true), Role.DEVELOPMENT),
        GainSet.table("ecoli", read("ecoli", "8", false), Role.CONFIRMATION),
        GainSet.table(
            "oil-spill", withoutFirstFeature(read("oil-spill", "50", false)), Role.CONFIRMATION),
        GainSet.table("Vehicle", read("Vehicle", "label", true), Role.CONFIRMATION),
        GainSet.table("breast-cancer", read("breast-cancer-wdbc", "31", false), Role.CONFIRMATION));
  }

  List<GainSet> images() throws IOException {
    LabeledDataset mnist = MnistFiles.in(folder.resolve("mnist")).read();
    return List.of(
        GainSet.images("MNIST-1%", mnist, 0.01), GainSet.images("MNIST-5%", mnist, 0.05));
  }

  private LabeledDataset read(String name, String label, boolean header) throws IOException {
    Path csv = folder.resolve("imbalanced").resolve(name + ".csv");
    TableSource source = new TableSource(csv, label, header, ',', false, Set.of());
    return withoutTinyClasses(Table.read(TableLayout.of(TableSurvey.of(source))).data());
  }

  private static LabeledDataset withoutTinyClasses(LabeledDataset data) {
    List<String> kept =
        data.classNames().stream()
            .filter(name -> data.indicesOf(name).length >= FEWEST_MEMBERS)
            .toList();
    int[] rows =
        IntStream.range(0, data.size())
            .filter(i -> kept.contains(Objects.requireNonNull(data.label(i))))
            .toArray();
    return data.select(rows).withClassNames(kept);
  }

  /** The number of a patch, which is no feature. */
  private static LabeledDataset withoutFirstFeature(LabeledDataset data) {
    float[][] rows =
        Arrays.stream(data.features().toArray())
            .map(row -> Arrays.copyOfRange(row, 1, row.length))
            .toArray(float[][]::new);
    return data.withFeatures(FeatureMatrix.of(rows));
  }
}
