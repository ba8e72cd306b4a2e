package io.civae.augment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.civae.data.LabeledDataset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What columns must remain in synthetic observations: ranges, integers, one-hot groups. Values that
 * break a rule are moved to the nearest that does not; in a one-hot group the largest becomes 1,
 * the first of them on a tie, and the others 0. Immutable: each rule gives a new one.
 */
public final class Constraints {

  private static final Constraints NONE = new Constraints(ImmutableMap.of(), ImmutableList.of());

  private final ImmutableMap<String, ColumnRule> rules;
  private final ImmutableList<ImmutableList<String>> groups;

  private Constraints(Map<String, ColumnRule> rules, List<ImmutableList<String>> groups) {
    this.rules = ImmutableMap.copyOf(rules);
    this.groups = ImmutableList.copyOf(groups);
  }

  /**
   * No rule.
   *
   * @return constraints that change nothing
   */
  public static Constraints none() {
    return NONE;
  }

  /**
   * Rules read off real data: every feature stays in the range it has there, and a feature of
   * integers stays one. One-hot groups cannot be read off; add them with {@link #oneHot}.
   *
   * @param data real observations
   * @return the rules
   */
  public static Constraints seenIn(LabeledDataset data) {
    int d = data.featureCount();
    float[] low = data.observation(0);
    float[] high = low.clone();
    boolean[] whole = new boolean[d];
    Arrays.fill(whole, true);
    float[] row = new float[d];
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, row, 0);
      for (int f = 0; f < d; f++) {
        low[f] = Math.min(low[f], row[f]);
        high[f] = Math.max(high[f], row[f]);
        whole[f] &= row[f] == Math.rint(row[f]);
      }
    }
    Map<String, ColumnRule> rules = new TreeMap<>();
    for (int f = 0; f < d; f++) {
      rules.put(data.featureNames().get(f), new ColumnRule(low[f], high[f], whole[f]));
    }
    return new Constraints(rules, List.of());
  }

  /**
   * Adds a rule: a feature stays in a range, which takes the place of an earlier one.
   *
   * @param feature its name
   * @param low finite or −∞
   * @param high at least {@code low}; finite or ∞
   * @return new constraints
   * @throws IllegalArgumentException if the range is empty, or has no integer for one of integers
   */
  public Constraints range(String feature, float low, float high) {
    return with(feature, rule(feature).within(low, high));
  }

  /**
   * Adds a rule: a feature is never below 0.
   *
   * @param feature its name
   * @return new constraints
   */
  public Constraints nonNegative(String feature) {
    ColumnRule old = rule(feature);
    return with(feature, old.within(Math.max(0, old.low()), Math.max(0, old.high())));
  }

  /**
   * Adds a rule: a feature is an integer, rounded half to even.
   *
   * @param feature its name
   * @return new constraints
   * @throws IllegalArgumentException if its range has no integer
   */
  public Constraints integer(String feature) {
    ColumnRule old = rule(feature);
    return with(feature, new ColumnRule(old.low(), old.high(), true));
  }

  /**
   * Adds a rule: of these features exactly one is 1 and the others are 0.
   *
   * @param features at least two names, none of them in another group
   * @return new constraints
   * @throws IllegalArgumentException if there are too few or one is in a group already
   */
  public Constraints oneHot(String... features) {
    if (features.length < 2) {
      throw new IllegalArgumentException(
          "features (" + features.length + ") of a one-hot group must be at least 2");
    }
    Set<String> taken = new HashSet<>();
    groups.forEach(taken::addAll);
    for (String feature : features) {
      if (!taken.add(feature)) {
        throw new IllegalArgumentException(
            "feature \"" + feature + "\" must be in one one-hot group only, and once");
      }
    }
    return new Constraints(
        rules,
        ImmutableList.<ImmutableList<String>>builder()
            .addAll(groups)
            .add(ImmutableList.copyOf(features))
            .build());
  }

  private ColumnRule rule(String feature) {
    return rules.getOrDefault(feature, ColumnRule.FREE);
  }

  private Constraints with(String feature, ColumnRule rule) {
    Map<String, ColumnRule> changed = new TreeMap<>(rules);
    changed.put(feature, rule);
    return new Constraints(changed, groups);
  }

  /**
   * The rules as a function on observations. One-hot groups come last and have the last word.
   *
   * @param featureNames the names of the columns, in order
   * @return changes an observation in place and returns how many of its values it changed;
   *     thread-safe
   * @throws IllegalArgumentException if a rule names a feature that is not among them
   */
  public ToIntFunction<float[]> over(List<String> featureNames) {
    Map<String, Integer> columns = new HashMap<>();
    for (String name : featureNames) {
      columns.put(name, columns.size());
    }
    ColumnRule[] byColumn = new ColumnRule[featureNames.size()];
    Arrays.fill(byColumn, ColumnRule.FREE);
    rules.forEach((feature, rule) -> byColumn[column(columns, feature)] = rule);
    int[][] hot =
        groups.stream()
            .map(group -> group.stream().mapToInt(name -> column(columns, name)).toArray())
            .toArray(int[][]::new);
    return rules.isEmpty() && groups.isEmpty() ? row -> 0 : row -> enforce(byColumn, hot, row);
  }

  private static int column(Map<String, Integer> columns, String feature) {
    Integer column = columns.get(feature);
    if (column == null) {
      throw new IllegalArgumentException(
          "feature \"" + feature + "\" of a constraint is not among the data's features");
    }
    return column;
  }

  private static int enforce(ColumnRule[] rules, int[][] groups, float[] row) {
    float[] before = row.clone();
    for (int f = 0; f < row.length; f++) {
      row[f] = rules[f].nearest(row[f]);
    }
    for (int[] group : groups) {
      int top = group[0];
      for (int f : group) {
        top = before[f] > before[top] ? f : top;
      }
      for (int f : group) {
        row[f] = f == top ? 1 : 0;
      }
    }
    int changed = 0;
    for (int f = 0; f < row.length; f++) {
      changed += row[f] == before[f] ? 0 : 1;
    }
    return changed;
  }
}
