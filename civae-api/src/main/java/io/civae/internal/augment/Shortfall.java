package io.civae.internal.augment;

import io.civae.augment.Balance;
import io.civae.data.LabeledDataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many observations each class lacks. */
final class Shortfall {

  private Shortfall() {}

  /** Classes that lack some, in the order of the source. */
  static Map<String, Integer> of(LabeledDataset source, Balance strategy) {
    List<String> classes = source.classNames();
    for (String name : strategy.counts().keySet()) {
      if (!classes.contains(name)) {
        throw new IllegalArgumentException(
            "class \"" + name + "\" is not among the classes " + classes);
      }
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    int largest = 0;
    for (String name : classes) {
      int members = source.indicesOf(name).length;
      sizes.put(name, members);
      largest = Math.max(largest, members);
    }
    if (largest == 0) {
      throw new IllegalArgumentException("source has no labelled observation to balance");
    }
    Map<String, Integer> missing = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      int members = size.getValue();
      int lacking = strategy.target(size.getKey(), members, largest) - members;
      if (lacking > 0) {
        missing.put(size.getKey(), lacking);
      }
    }
    return missing;
  }
}
