package io.civae.examples.singlecell.preprocess;

import io.civae.data.FeatureMatrix;
import io.civae.examples.singlecell.CellSource;
import io.civae.examples.singlecell.GeneList;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A record applied to new cells. */
final class RecordRun {

  private static final int NAMED = 5;

  private final Preprocessing record;
  private final CellSource source;

  RecordRun(Preprocessing record, CellSource source) {
    this.record = record;
    this.source = source;
  }

  PreparedCells run() throws IOException {
    int[] places = places();
    double[] sums = new double[source.cells().size()];
    long[] found = {0};
    source.forEach(
        (cell, size, genes, values) -> {
          for (int i = 0; i < size; i++) {
            sums[cell] += values[i];
          }
          found[0] += Math.min(size, places.length);
        });
    double[] librarySizes =
        LibrarySizes.of(
            source.cells(),
            record.librarySizeColumn(),
            cell -> sums[cell],
            record.targetSum().isPresent());
    long expected = Math.min(found[0], (long) sums.length * places.length / 4);
    FeatureMatrix features =
        new FeatureFilling(record, places, source.genes().size())
            .fill(source, cell -> true, librarySizes, expected);
    return new PreparedCells(record, source.cells(), features, librarySizes);
  }

  private int[] places() {
    GeneList wanted = record.genes();
    List<String> there = source.genes().ids();
    List<String> missing = wanted.ids().stream().filter(id -> !source.genes().has(id)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          missing.size()
              + " of "
              + wanted.size()
              + " genes are missing among the "
              + there.size()
              + " of the source, such as "
              + missing.subList(0, Math.min(NAMED, missing.size()))
              + "; all must be there");
    }
    return IntStream.range(0, wanted.size())
        .map(i -> source.genes().find(wanted.id(i)).orElseThrow())
        .toArray();
  }
}
