package io.civae.examples.table;

import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A straight walk between two rows of a class.
 *
 * @param table the rows
 * @param classNames the model's classes
 * @param className the class of both rows
 * @param path the walk
 */
public record TableWalk(
    Table table, List<String> classNames, String className, TraversalPath path) {

  /**
   * Walks.
   *
   * @param model knows the table's features
   * @param table the rows
   * @param from number of a row, from 1
   * @param to number of a row, from 1
   * @param points at least 1, both ends included
   * @return the walk
   * @throws IllegalArgumentException as {@link #classOf}, or if the model does not know the class
   *     or does not decode the walk to numbers
   */
  public static TableWalk of(CiVaeModel model, Table table, int from, int to, int points) {
    String className = classOf(table, from, to);
    if (!model.classNames().contains(className)) {
      throw new IllegalArgumentException(
          "class ("
              + className
              + ") of the rows must be among those the model knows: "
              + CsvRows.listed(model.classNames()));
    }
    TraversalPath path =
        model.traverse(
            table.data().observation(from - 1),
            table.data().observation(to - 1),
            Traversal.linear(),
            points);
    FiniteValues.check(path.observations(), table.layout().featureNames());
    return new TableWalk(table, model.classNames(), className, path);
  }

  /**
   * The class that two rows have in common.
   *
   * @param table the rows
   * @param from number of a row, from 1
   * @param to number of a row, from 1
   * @return its name
   * @throws IllegalArgumentException if there is no such row, it has no label or they differ
   */
  public static String classOf(Table table, int from, int to) {
    String first = label(table, "from", from);
    String second = label(table, "to", to);
    if (!first.equals(second)) {
      throw new IllegalArgumentException(
          "rows " + from + " (" + first + ") and " + to + " (" + second + ") must be of one class");
    }
    return first;
  }

  private static String label(Table table, String name, int row) {
    if (row < 1 || row > table.data().size()) {
      throw new IllegalArgumentException(
          name + " (" + row + ") must be a row from 1 to " + table.data().size());
    }
    String label = table.data().label(row - 1);
    if (label == null) {
      throw new IllegalArgumentException(name + " (" + row + ") must be a row with a label");
    }
    return label;
  }

  /**
   * Writes one row for each point: the table's columns in its form, then t, the margin and the
   * probability of each class.
   *
   * @param out replaced whole or not at all
   * @return how many points had to be moved into the values seen
   * @throws IOException if it cannot be written
   */
  public int write(Path out) throws IOException {
    TableSurvey survey = table.layout().survey();
    ToIntFunction<float[]> constraints = table.constraints().over(table.layout().featureNames());
    float[][] observations = path.observations();
    float[][] probabilities = path.probabilities();
    int adjusted = 0;
    try (StagedFile file = StagedFile.of(out)) {
      CsvLines lines = new CsvLines(file.writer(), survey.source().separator(), survey.lineEnd());
      if (survey.source().header()) {
        lines.write(header(survey.names()));
      }
      for (int i = 0; i < path.points(); i++) {
        adjusted += constraints.applyAsInt(observations[i]) > 0 ? 1 : 0;
        List<String> fields = new ArrayList<>(table.layout().fields(observations[i], className));
        fields.add(Double.toString(path.points() == 1 ? 0 : i / (path.points() - 1.0)));
        fields.add(Double.toString(path.margin(i).orElseThrow()));
        for (float probability : probabilities[i]) {
          fields.add(Float.toString(probability));
        }
        lines.write(fields);
      }
      file.commit();
    }
    return adjusted;
  }

  private List<String> header(List<String> names) {
    List<String> all = new ArrayList<>(names);
    addDistinct(all, "t");
    addDistinct(all, "margin");
    classNames.forEach(name -> addDistinct(all, "probability " + name));
    return all;
  }

  /** A column of the table may have that name already. */
  private static void addDistinct(List<String> names, String name) {
    String free = name;
    while (names.contains(free)) {
      free = free + "_";
    }
    names.add(free);
  }
}
