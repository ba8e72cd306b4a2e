package io.civae.examples.singlecell;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A small source made of an array. */
public final class SmallCells implements CellSource {

  private final GeneList genes;
  private final CellTable cells;
  private final float[][] values;

  private SmallCells(GeneList genes, CellTable cells, float[][] values) {
    this.genes = genes;
    this.cells = cells;
    this.values = values;
  }

  /** Cells × genes, named c0, c1, … and g0, g1, …. */
  public static SmallCells of(float[][] values, CellColumn... columns) {
    return of(names("g", values[0].length), values, columns);
  }

  /** Cells × genes with names of genes. */
  public static SmallCells of(List<String> genes, float[][] values, CellColumn... columns) {
    return new SmallCells(
        GeneList.of(genes), CellTable.of(names("c", values.length), List.of(columns)), values);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  @Override
  public GeneList genes() {
    return genes;
  }

  @Override
  public CellTable cells() {
    return cells;
  }

  @Override
  public void forEach(CellVisitor visitor) throws IOException {
    int[] places = new int[genes.size()];
    float[] found = new float[genes.size()];
    for (int cell = 0; cell < values.length; cell++) {
      int size = 0;
      for (int gene = 0; gene < genes.size(); gene++) {
        if (values[cell][gene] != 0) {
          places[size] = gene;
          found[size++] = values[cell][gene];
        }
      }
      visitor.visit(cell, size, places, found);
    }
  }
}
