package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Rows and columns of scatter plots, coloured by class, with a legend: a row for each way to lay
 * the points out, a column for each model. The plots of a row have one scale. Points in three
 * dimensions are seen from a fixed corner, far ones smaller and paler. Not thread-safe.
 */
public final class ScatterGrid {

  private final Heading heading;
  private final List<String> columnNames;
  private final List<String> classNames;
  private final List<ScatterRow> rows = new ArrayList<>();

  /**
   * A figure without rows yet.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param columnNames the name over each column
   * @param classNames every class, in the order of its colours
   */
  public ScatterGrid(
      String caption, List<String> explanation, List<String> columnNames, List<String> classNames) {
    heading = new Heading(caption, explanation);
    this.columnNames = List.copyOf(columnNames);
    this.classNames = List.copyOf(classNames);
  }

  /**
   * Adds a row.
   *
   * @param name what stands at its left, for instance {@code t-SNE 2-D}
   * @param columns the points for each column, all of one dimension
   * @throws IllegalArgumentException if there are not as many as columns, their dimensions differ
   *     or a label is none of the classes
   */
  public void addRow(String name, List<LabelledPoints> columns) {
    if (columns.size() != columnNames.size()) {
      throw new IllegalArgumentException(
          "row %s has %d plots for %d columns".formatted(name, columns.size(), columnNames.size()));
    }
    HashSet<String> known = new HashSet<>(classNames);
    for (LabelledPoints points : columns) {
      if (points.dimensions() != columns.get(0).dimensions()) {
        throw new IllegalArgumentException("row " + name + " mixes two and three dimensions");
      }
      for (String label : points.labels()) {
        if (!known.contains(label)) {
          throw new IllegalArgumentException("label (" + label + ") must be one of " + classNames);
        }
      }
    }
    rows.add(new ScatterRow(name, List.copyOf(columns)));
  }

  /**
   * Draws the figure.
   *
   * @return the picture
   * @throws IllegalStateException if there is no row
   */
  public Picture picture() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("no row was added");
    }
    Canvas canvas = new Canvas(heading.width(), heading.height());
    heading.draw(canvas);
    return canvas.picture();
  }
}
