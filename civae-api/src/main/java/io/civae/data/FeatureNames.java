package io.civae.data;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The names of a dataset's features: those given, or x0, x1, … while none were. Immutable. */
final class FeatureNames {

  private final int count;

  /** Null while no names were given: most data have none, and wide data would pay for them. */
  private final @Nullable ImmutableList<String> given;

  private FeatureNames(int count, @Nullable ImmutableList<String> given) {
    this.count = count;
    this.given = given;
  }

  static FeatureNames none(int count) {
    return new FeatureNames(count, null);
  }

  List<String> list() {
    return given != null ? given : defaults();
  }

  private ImmutableList<String> defaults() {
    return IntStream.range(0, count)
        .mapToObj(i -> "x" + i)
        .collect(ImmutableList.toImmutableList());
  }

  /** These where the number of features stays, none where it does not. */
  FeatureNames forColumns(int columns) {
    return columns == count ? this : none(columns);
  }

  /** Others for the same features. */
  FeatureNames renamed(List<String> names) {
    if (names.size() != count) {
      throw new IllegalArgumentException(
          "featureNames has " + names.size() + " entries, the data have " + count + " features");
    }
    checkDistinct("featureNames", names);
    return new FeatureNames(count, ImmutableList.copyOf(names));
  }

  /** Names of anything are distinct. */
  static void checkDistinct(String argument, List<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            argument + " has \"" + name + "\" twice; names must be distinct");
      }
    }
  }

  /** Those of two datasets with as many features, of which either may have been given none. */
  FeatureNames with(List<String> others) {
    if (others.equals(defaults())) {
      return this;
    }
    if (given == null) {
      return new FeatureNames(count, ImmutableList.copyOf(others));
    }
    for (int f = 0; f < count; f++) {
      if (!given.get(f).equals(others.get(f))) {
        throw new IllegalArgumentException(
            "feature "
                + f
                + " of other is \""
                + others.get(f)
                + "\", of the data it follows \""
                + given.get(f)
                + "\"; they must be the same");
      }
    }
    return this;
  }
}
