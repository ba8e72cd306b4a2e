package io.civae.examples.table;

import io.civae.CiVaeModel;
import io.civae.augment.Constraints;
import io.civae.data.FeatureMatrix;
import io.civae.data.LabeledDataset;
import io.civae.examples.format.DamagedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's table in memory, four bytes a feature.
 *
 * @param layout which features its columns are
 * @param data its rows, in order; missing labels are none
 */
public record Table(TableLayout layout, LabeledDataset data) {

  /**
   * Reads the whole file.
   *
   * @param layout of the file
   * @return its rows
   * @throws IOException if it cannot be read or has changed
   */
  public static Table read(TableLayout layout) throws IOException {
    TableSurvey survey = layout.survey();
    int rows = survey.rows();
    int d = layout.featureNames().size();
    if ((long) rows * d > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "rows (" + rows + ") times features (" + d + ") must be at most 2,147,483,639");
    }
    float[] values = new float[rows * d];
    List<@Nullable String> labels = new ArrayList<>(rows);
    try (CsvRows csv = survey.source().open()) {
      int read = 0;
      while (read < rows && csv.next()) {
        encode(layout, csv, values, read * d);
        String label = csv.field(survey.label());
        labels.add(ColumnSurvey.isMissing(label) ? null : label);
        read++;
      }
      if (read < rows || csv.next()) {
        throw new DamagedFileException(
            survey.source().csv().toString(), "has changed while it was read");
      }
    }
    for (int f = 0; f < d; f++) {
      fillIn(values, f, d);
    }
    // Of strings that may be null; NullAway does not see that the library's parameter is such.
    String[] array = labels.toArray(new String[0]);
    return new Table(
        layout,
        LabeledDataset.of(FeatureMatrix.ofRowMajor(values, rows, d), array)
            .withFeatureNames(layout.featureNames()));
  }

  private static void encode(TableLayout layout, CsvRows csv, float[] values, int offset)
      throws DamagedFileException {
    int at = offset;
    int file = 0;
    for (TableColumn column : layout.columns()) {
      file += file == layout.survey().label() ? 1 : 0;
      String field = csv.field(file++);
      if (ColumnSurvey.isMissing(field)) {
        column.encodeMissing(values, at);
      } else {
        try {
          column.encode(field, values, at);
        } catch (IllegalArgumentException e) {
          throw new DamagedFileException(
              layout.survey().source().csv().toString(),
              "row "
                  + csv.row()
                  + ", column "
                  + file
                  + " ("
                  + column.name()
                  + "): "
                  + e.getMessage(),
              e);
        }
      }
      at += column.featureNames().size();
    }
  }

  /** The lower median is a value of the column, so that integers stay integers. */
  private static void fillIn(float[] values, int feature, int d) {
    float[] known = new float[values.length / d];
    int count = 0;
    for (int i = feature; i < values.length; i += d) {
      if (!Float.isNaN(values[i])) {
        known[count++] = values[i];
      }
    }
    if (count == known.length) {
      return;
    }
    Arrays.sort(known, 0, count);
    float median = known[(count - 1) / 2];
    for (int i = feature; i < values.length; i += d) {
      values[i] = Float.isNaN(values[i]) ? median : values[i];
    }
  }

  /**
   * What synthetic rows must keep to.
   *
   * @return ranges, integers and one-hot groups
   */
  public Constraints constraints() {
    return layout.constraints(data);
  }

  /**
   * Checks that a model gives numbers for the rows.
   *
   * @param model knows the table's features
   * @throws IllegalArgumentException if it decodes one to what is no number
   */
  public void checkDecoded(CiVaeModel model) {
    FiniteValues.check(model, this);
  }

  /**
   * Whether there is nothing to balance.
   *
   * @return true if every class has as many rows as the largest
   */
  public boolean isBalanced() {
    return data.classNames().stream().mapToInt(this::members).distinct().count() <= 1;
  }

  /**
   * The rows of a class.
   *
   * @param className a label
   * @return how many there are
   * @throws IllegalArgumentException if there is no such label
   */
  public int members(String className) {
    List<String> classes = data.classNames();
    if (!classes.contains(className)) {
      throw new IllegalArgumentException(
          "class (" + className + ") must be one of the labels " + CsvRows.listed(classes));
    }
    return data.indicesOf(className).length;
  }
}
