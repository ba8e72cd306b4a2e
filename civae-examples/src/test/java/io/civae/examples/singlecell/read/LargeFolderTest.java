package io.civae.examples.singlecell.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVaeModel;
import io.civae.data.LabeledDataset;
import io.civae.djl.DjlBackendProvider;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.preprocess.PreparedCells;
import io.civae.examples.singlecell.preprocess.PreprocessingPlan;
import io.civae.examples.singlecell.statistics.RankSumTest;
import io.civae.examples.singlecell.study.CellRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams a folder through reading, preprocessing and an epoch of training. The build does it with
 * a small folder, {@code scripts/prove-cells} with one that does not fit into memory.
 */
class LargeFolderTest {

  private static final int CELLS = Integer.getInteger("civae.cells", 2_000);
  private static final int GENES = Integer.getInteger("civae.genes", 1_000);

  /** Of the genes, one of so many is chosen: 2,000 of 20,000. */
  private static final int CHOSEN = 10;

  /** One, but of few cells so many that there are some hundred steps to learn in. */
  private static final int EPOCHS = Math.max(1, 20_000 / CELLS);

  private static final String RAISED = "raised";

  @TempDir Path folder;

  @Test
  void streamsThroughReadingPreprocessingAndTraining() throws IOException {
    LargeFolder large = new LargeFolder(CELLS, GENES).write(folder);
    try (CellSource source = TenxFolder.open(folder, Values.COUNTS)) {
      readsEveryEntry(source, large);
      PreparedCells cells = choosesTheGenesThatVary(source, large);
      learnsWhichCellsAreRaised(cells);
    }
  }

  private static void readsEveryEntry(CellSource source, LargeFolder large) throws IOException {
    LargeRun run = LargeRun.start("one pass", CELLS);
    long[] found = new long[2];
    source.forEach(
        (cell, size, genes, values) -> {
          found[0] += size;
          for (int i = 0; i < size; i++) {
            found[1] += (long) values[i];
          }
        });
    run.end();
    assertThat(found).containsExactly(large.entries(), large.sum());
  }

  private static PreparedCells choosesTheGenesThatVary(CellSource source, LargeFolder large)
      throws IOException {
    LargeRun run = LargeRun.start("preprocessing", CELLS);
    PreparedCells cells =
        PreprocessingPlan.builder()
            .minCellsPerGene(3)
            .variableGenes(GENES / CHOSEN)
            .build()
            .fit(source);
    run.end();
    assertThat(cells.features().rows()).isEqualTo(CELLS);
    assertThat(cells.preprocessing().genes().ids())
        .hasSize(GENES / CHOSEN)
        .filteredOn(LargeFolder::isSpecial)
        // By chance a tenth of them. Not quite all: few genes have a mean like that of the rarest
        // or the most frequent ones, and the dispersion is normalised among genes of like mean.
        .hasSizeGreaterThan(large.specialGenes() * 2 / 3);
    return cells;
  }

  private static void learnsWhichCellsAreRaised(PreparedCells cells) throws IOException {
    String[] labels =
        IntStream.range(0, CELLS)
            .mapToObj(cell -> LargeFolder.isRaised(cell) ? RAISED : "other")
            .toArray(String[]::new);
    LabeledDataset data = LabeledDataset.of(cells.features(), labels);
    LargeRun run = LargeRun.start("training, epochs " + EPOCHS, CELLS);
    try (CiVaeModel model =
        CellRecipe.walking()
            .epochs(EPOCHS)
            .seed(1)
            .backend(new DjlBackendProvider())
            .build()
            .fit(data)) {
      run.end();
      assertThat(model.history().epochs()).hasSize(EPOCHS);
      assertThat(model.history().epochs().get(0).training().total()).isFinite();
      int[] seen = IntStream.range(0, Math.min(CELLS, 2_000)).toArray();
      float[][] probabilities =
          model
              .discriminator()
              .probabilities(model.encoder().encode(data.select(seen).features()).mean());
      int raised = model.classNames().indexOf(RAISED);
      RankSumTest test =
          RankSumTest.of(
              probabilities(probabilities, raised, true),
              probabilities(probabilities, raised, false));
      assertThat(test.auc()).isGreaterThan(0.5);
      assertThat(test.pValue()).isLessThan(1e-3);
    }
  }

  private static double[] probabilities(float[][] rows, int column, boolean ofRaised) {
    return IntStream.range(0, rows.length)
        .filter(cell -> LargeFolder.isRaised(cell) == ofRaised)
        .mapToDouble(cell -> rows[cell][column])
        .toArray();
  }
}
