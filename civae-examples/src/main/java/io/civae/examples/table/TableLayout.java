package io.civae.examples.table;

import io.civae.augment.Constraints;
import io.civae.data.LabeledDataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which features of a model the columns of a table are. Immutable. */
public final class TableLayout {

  private final TableSurvey survey;
  private final List<TableColumn> columns;
  private final List<String> featureNames;

  private TableLayout(TableSurvey survey, List<TableColumn> columns) {
    this.survey = survey;
    this.columns = List.copyOf(columns);
    this.featureNames = columns.stream().flatMap(c -> c.featureNames().stream()).toList();
    checkDistinct(columns);
  }

  /** A column {@code a=red} of numbers beside a column {@code a} with a name {@code red}. */
  private static void checkDistinct(List<TableColumn> columns) {
    Map<String, String> owners = new HashMap<>();
    for (TableColumn column : columns) {
      for (String feature : column.featureNames()) {
        String other = owners.put(feature, column.name());
        if (other != null) {
          throw new IllegalArgumentException(
              "columns \""
                  + other
                  + "\" and \""
                  + column.name()
                  + "\" both have a feature \""
                  + feature
                  + "\"; features must be distinct: rename one of the columns");
        }
      }
    }
  }

  /**
   * The layout that the file itself suggests: a column in which everything is a number is numeric,
   * any other categorical.
   *
   * @param survey of the file
   * @return the layout
   * @throws IllegalArgumentException if a column has too many categories, or two columns would have
   *     a feature of the same name
   */
  public static TableLayout of(TableSurvey survey) {
    List<TableColumn> columns = new ArrayList<>();
    for (ColumnSurvey column : survey.features()) {
      columns.add(column.isNumeric() ? column.numeric() : column.categorical());
    }
    return new TableLayout(survey, columns);
  }

  /**
   * The layout that a model was trained with.
   *
   * @param survey of the file
   * @param modelFeatures the model's features
   * @return a layout with exactly these features
   * @throws IllegalArgumentException if the file has other columns or unknown categories
   */
  public static TableLayout of(TableSurvey survey, List<String> modelFeatures) {
    ColumnSpans spans = new ColumnSpans(survey.features(), modelFeatures);
    int[] ends = spans.ends().orElseThrow(() -> other(survey, modelFeatures));
    List<TableColumn> columns = new ArrayList<>();
    int begin = 0;
    for (ColumnSurvey column : survey.features()) {
      int end = ends[columns.size()];
      columns.add(
          spans.isNumber(column, begin, end)
              ? column.numeric()
              : column.categorical(spans.categories(column, begin, end)));
      begin = end;
    }
    return new TableLayout(survey, columns);
  }

  private static IllegalArgumentException other(TableSurvey survey, List<String> modelFeatures) {
    return new IllegalArgumentException(
        "the model was trained on other columns: its features are "
            + CsvRows.listed(modelFeatures)
            + ", the columns beside the labels "
            + CsvRows.listed(survey.features().stream().map(ColumnSurvey::name).toList()));
  }

  TableSurvey survey() {
    return survey;
  }

  List<TableColumn> columns() {
    return columns;
  }

  /**
   * The features, in order.
   *
   * @return an immutable list
   */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * What synthetic rows must keep to: the ranges and integers seen, one category in each
   * categorical column and none that does not occur.
   *
   * @param data the table
   * @return the constraints
   */
  Constraints constraints(LabeledDataset data) {
    Constraints constraints = Constraints.seenIn(data);
    for (TableColumn column : columns) {
      constraints = column.constrain(constraints);
    }
    return constraints;
  }

  /**
   * An observation as the fields of a row, each in its column's form.
   *
   * @param observation values that keep to {@link #constraints}
   * @param label what goes into the column of labels
   * @return as many fields as the file has columns
   */
  List<String> fields(float[] observation, String label) {
    List<String> fields = new ArrayList<>(columns.size() + 1);
    int at = 0;
    for (TableColumn column : columns) {
      fields.add(column.decode(observation, at));
      at += column.featureNames().size();
    }
    fields.add(survey.label(), label);
    return fields;
  }
}
