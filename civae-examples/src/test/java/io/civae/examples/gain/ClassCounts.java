package io.civae.examples.gain;

import io.civae.data.LabeledDataset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows to add to each class; classes that get none are not named.
 *
 * @param byClass at least 1 each
 */
record ClassCounts(Map<String, Integer> byClass) {

  /** Brings every class to the size of the largest, times a growth. */
  static ClassCounts balancing(LabeledDataset training, double growth) {
    int target = (int) Math.round(growth * Rows.largest(training));
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : training.classNames()) {
      int members = training.indicesOf(name).length;
      if (members > 0 && members < target) {
        counts.put(name, target - members);
      }
    }
    return new ClassCounts(counts);
  }

  /** As many again as there are. */
  static ClassCounts likeReal(LabeledDataset training) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : training.classNames()) {
      int members = training.indicesOf(name).length;
      if (members > 0) {
        counts.put(name, members);
      }
    }
    return new ClassCounts(counts);
  }
}
