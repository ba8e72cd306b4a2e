package io.civae.examples.table;

import io.civae.augment.Constraints;
import java.math.BigDecimal;
import java.util.List;

/**
 * A column of numbers: one feature.
 *
 * @param name in the file
 * @param form how its numbers are written
 */
record NumericColumn(String name, DecimalForm form) implements TableColumn {

  @Override
  public List<String> featureNames() {
    return List.of(name);
  }

  @Override
  public void encode(String field, float[] target, int at) {
    float value = Float.parseFloat(field.strip());
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("\"" + field + "\" is too large for a float");
    }
    if (value == 0 && new BigDecimal(field.strip()).signum() != 0) {
      throw new IllegalArgumentException(
          "\"" + field + "\" is too small for a float and would become 0");
    }
    target[at] = value;
  }

  @Override
  public void encodeMissing(float[] target, int at) {
    target[at] = Float.NaN;
  }

  @Override
  public String decode(float[] features, int at) {
    return form.text(features[at]);
  }

  @Override
  public Constraints constrain(Constraints constraints) {
    return constraints;
  }
}
