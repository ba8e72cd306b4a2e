package io.civae.examples.singlecell.study;

import io.civae.CiVaeModel;
import io.civae.examples.embedding.Embedding;
import io.civae.examples.figure.LabelledPoints;
import io.civae.examples.figure.ScatterGrid;
import io.civae.examples.picture.Picture;
import io.civae.spi.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Test cells laid out by their latents in both models, coloured by type and by state. */
final class CellMaps {

  /** More would neither fit a plot nor a minute. */
  private static final int MOST_CELLS = 1_500;

  private static final long STREAM = 0x4D41_5053L;

  private final StudyCells cells;
  private final int[] shown;
  private final List<String> models;
  private final List<float[][]> tsne;
  private final List<float[][]> umap;

  /**
   * Lays cells out.
   *
   * @param names of the models
   * @param models as many
   */
  CellMaps(StudyCells cells, List<String> names, List<CiVaeModel> models, long seed) {
    this.cells = cells;
    this.models = List.copyOf(names);
    int[] test = cells.parts().test();
    SeededRandom.of(seed, STREAM).shuffle(test);
    shown = Arrays.copyOf(test, Math.min(MOST_CELLS, test.length));
    List<float[][]> latents =
        models.stream().map(model -> model.encoder().encode(cells.values(shown)).mean()).toList();
    tsne = latents.stream().map(points -> Embedding.tsne(points, seed)).toList();
    umap = latents.stream().map(points -> Embedding.umap(points, 2, seed)).toList();
  }

  int size() {
    return shown.length;
  }

  Picture byType() {
    return picture("type", cells.roles()::type);
  }

  Picture byState() {
    return picture("state", cells.roles()::state);
  }

  private Picture picture(String what, IntFunction<String> label) {
    List<String> labels = IntStream.of(shown).mapToObj(label).toList();
    ScatterGrid grid =
        new ScatterGrid(
            "Latents of test cells by " + what,
            List.of("posterior means of " + shown.length + " cells that no model was trained on"),
            models,
            labels.stream().distinct().sorted().toList());
    grid.withoutNames();
    grid.addRow("t-SNE", tsne.stream().map(p -> LabelledPoints.of(p, labels)).toList());
    grid.addRow("UMAP", umap.stream().map(p -> LabelledPoints.of(p, labels)).toList());
    return grid.picture();
  }
}
