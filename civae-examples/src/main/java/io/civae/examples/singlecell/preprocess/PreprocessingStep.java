package io.civae.examples.singlecell.preprocess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step that was carried out, with its settings and its effect as numbers.
 *
 * @param name such as {@code filterCells}
 * @param numbers for instance {@code minGenes, before, after}; finite, in this order
 */
public record PreprocessingStep(String name, Map<String, Double> numbers) {

  /** Copies the numbers. */
  public PreprocessingStep {
    numbers.forEach(
        (key, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                "number " + key + " (" + value + ") of step " + name + " must be finite");
          }
        });
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
