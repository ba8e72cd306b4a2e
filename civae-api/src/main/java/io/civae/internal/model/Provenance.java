package io.civae.internal.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Where a model came from, for people and bug reports.
 *
 * @param facts names and values, in a fixed order
 */
public record Provenance(Map<String, String> facts) {

  /**
   * Keeps a copy.
   *
   * @param facts names and values
   */
  public Provenance {
    facts = ImmutableMap.copyOf(facts);
  }
}
