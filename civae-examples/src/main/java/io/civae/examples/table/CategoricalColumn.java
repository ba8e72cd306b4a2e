package io.civae.examples.table;

import io.civae.augment.Constraints;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A column of names: one feature for each, of which exactly one is 1.
 *
 * @param name in the file
 * @param categories that a model knows, in the order of the features
 * @param seen those that occur in the file
 * @param common the one that occurs most often, for missing fields
 */
record CategoricalColumn(String name, List<String> categories, Set<String> seen, String common)
    implements TableColumn {

  @Override
  public List<String> featureNames() {
    return categories.stream().map(this::featureName).toList();
  }

  /** What the names of its features begin with. */
  static String prefix(String name) {
    return name + "=";
  }

  private String featureName(String category) {
    return prefix(name) + category;
  }

  @Override
  public void encode(String field, float[] target, int at) {
    Arrays.fill(target, at, at + categories.size(), 0);
    target[at + categories.indexOf(field)] = 1;
  }

  @Override
  public void encodeMissing(float[] target, int at) {
    encode(common, target, at);
  }

  @Override
  public String decode(float[] features, int at) {
    int top = 0;
    for (int c = 1; c < categories.size(); c++) {
      top = features[at + c] > features[at + top] ? c : top;
    }
    return categories.get(top);
  }

  /** Only among those that occur: the ranges seen keep the others at 0. */
  @Override
  public Constraints constrain(Constraints constraints) {
    String[] group =
        categories.stream().filter(seen::contains).map(this::featureName).toArray(String[]::new);
    return group.length < 2 ? constraints : constraints.oneHot(group);
  }
}
