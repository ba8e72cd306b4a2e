package io.civae.examples.table;

import io.civae.augment.Constraints;
import java.util.List;

/** A column as features of a model, and back as text. */
sealed interface TableColumn permits NumericColumn, CategoricalColumn {

  /** Its name in the file. */
  String name();

  /** The names of its features: one or more. */
  List<String> featureNames();

  /** Writes the features of a field that is not missing. */
  void encode(String field, float[] target, int at);

  /** Writes the features of a missing field; NaN where the whole column has to be known first. */
  void encodeMissing(float[] target, int at);

  /** The field that the features stand for. */
  String decode(float[] features, int at);

  /** Adds what is known of the column beyond its range. */
  Constraints constrain(Constraints constraints);
}
