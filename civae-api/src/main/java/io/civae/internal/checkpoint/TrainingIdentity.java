package io.civae.internal.checkpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.civae.CiVaeConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes a training the same training: with all of it equal, the same steps lead to the same
 * bits.
 *
 * @param config resolved
 * @param classNames in the order of the discriminator's outputs
 * @param featureNames in order
 * @param facts fingerprints of the data, the backend and the like, by name
 */
public record TrainingIdentity(
    CiVaeConfig config,
    List<String> classNames,
    List<String> featureNames,
    Map<String, String> facts) {

  private static final String MISSING = "none";

  /**
   * Keeps copies.
   *
   * @param config resolved
   * @param classNames in order
   * @param featureNames in order
   * @param facts by name
   */
  public TrainingIdentity {
    classNames = ImmutableList.copyOf(classNames);
    featureNames = ImmutableList.copyOf(featureNames);
    facts = ImmutableMap.copyOf(facts);
  }

  /**
   * In what another training differs.
   *
   * @param other that of a checkpoint
   * @return a text for each difference: name, value there, value here
   */
  public List<String> differencesFrom(TrainingIdentity other) {
    List<String> differences = new ArrayList<>();
    addDifferences(differences, config.settings(), other.config.settings());
    addNames(differences, "classNames", classNames, other.classNames);
    addNames(differences, "featureNames", featureNames, other.featureNames);
    addDifferences(differences, facts, other.facts);
    return differences;
  }

  private static void addDifferences(
      List<String> differences, Map<String, ?> here, Map<String, ?> there) {
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(there.keySet());
    for (String name : names) {
      String ours = here.containsKey(name) ? String.valueOf(here.get(name)) : MISSING;
      String theirs = there.containsKey(name) ? String.valueOf(there.get(name)) : MISSING;
      if (!ours.equals(theirs)) {
        differences.add(name + " is " + theirs + " there and " + ours + " here");
      }
    }
  }

  /** There may be thousands of features: the first that differs says enough. */
  private static void addNames(
      List<String> differences, String what, List<String> here, List<String> there) {
    if (here.size() != there.size()) {
      differences.add(what + " are " + there.size() + " there and " + here.size() + " here");
      return;
    }
    for (int i = 0; i < here.size(); i++) {
      if (!here.get(i).equals(there.get(i))) {
        differences.add(
            what
                + "["
                + i
                + "] is \""
                + there.get(i)
                + "\" there and \""
                + here.get(i)
                + "\" here");
        return;
      }
    }
  }
}
