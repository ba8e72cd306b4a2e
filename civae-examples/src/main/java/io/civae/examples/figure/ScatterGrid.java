package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns of scatter plots, coloured by class, with a legend: a row for each way to lay
 * the points out, a column for each model. The plots of a row have one scale. Points in three
 * dimensions are seen from a fixed corner, far ones smaller and paler. Not thread-safe.
 */
public final class ScatterGrid {

  private static final int SIDE = 480;
  private static final int LEFT = 48;
  private static final int GAP = 14;
  private static final int NAMES = 36;

  /** More points than this are drawn smaller. */
  private static final int CROWDED = 1_000;

  private final Heading heading;
  private final List<String> columnNames;
  private final List<String> classNames;
  private final List<ScatterRow> rows = new ArrayList<>();
  private boolean named = true;

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
   * Leaves the names of classes to the legend, where there are so many that they would hide the
   * points.
   *
   * @return this figure
   */
  public ScatterGrid withoutNames() {
    named = false;
    return this;
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
    for (LabelledPoints points : columns) {
      if (points.dimensions() != columns.get(0).dimensions()) {
        throw new IllegalArgumentException("row " + name + " mixes two and three dimensions");
      }
      points.requireLabelsOf(classNames);
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
    int across = columnNames.size() * (SIDE + GAP) - GAP;
    Legend legend = new Legend(classNames, LEFT, across);
    int top = heading.height() + legend.height() + NAMES;
    int width = Math.max(heading.width(), Math.max(LEFT + across, legend.neededWidth()));
    Canvas canvas =
        new Canvas(width + Heading.MARGIN, top + rows.size() * (SIDE + GAP) - GAP + Heading.MARGIN);
    heading.draw(canvas);
    legend.draw(canvas, heading.height());
    for (int column = 0; column < columnNames.size(); column++) {
      double middle = LEFT + column * (SIDE + GAP) + SIDE / 2.0;
      Lettering.centred(canvas, columnNames.get(column), middle, top - 26, 2, Ink.BLACK);
    }
    for (int row = 0; row < rows.size(); row++) {
      draw(canvas, rows.get(row), top + row * (SIDE + GAP));
    }
    return canvas.picture();
  }

  private void draw(Canvas canvas, ScatterRow row, int top) {
    Lettering.upwardsCentred(canvas, row.name(), Heading.MARGIN, top + SIDE / 2.0, 2, Ink.BLACK);
    List<ScatterPanel> panels =
        row.columns().stream().map(points -> new ScatterPanel(points, classNames)).toList();
    List<Window> windows =
        panels.stream().map(panel -> Window.around(List.of(panel.cloud()))).toList();
    double extent = windows.stream().mapToDouble(Window::extent).max().orElseThrow();
    for (int column = 0; column < panels.size(); column++) {
      ScatterPanel panel = panels.get(column);
      Window own = windows.get(column);
      Window shared = new Window(own.middleX(), own.middleY(), extent);
      Plot plot = shared.plot(canvas, LEFT + column * (SIDE + GAP), top, SIDE);
      plot.frame();
      boolean crowded = row.columns().get(column).size() > CROWDED;
      panel.drawPoints(plot, crowded ? 2.6 : 4, 0.75);
      if (named) {
        panel.drawNames(plot);
      }
    }
  }
}
