package io.civae.examples.gain;

import io.civae.evaluation.ConfidenceInterval;
import io.civae.evaluation.StudentInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured, one value per split under each key. Not thread-safe. */
final class GainFigures {

  /** Which figure. */
  enum Kind {
    /** Macro-F1 on the test rows. */
    GAIN,
    /** Macro-F1 of a user trained on synthetic rows only, over that of one trained on real ones. */
    TSTR,
    /** Median distance to the nearest real row of the class over the median among real rows. */
    NOVELTY
  }

  /** Under which a value stands; {@code user} is empty where none is asked. */
  private record Key(Kind kind, String set, Optional<User> user, Way way) {}

  private final Map<Key, List<Double>> values = new LinkedHashMap<>();

  void add(Kind kind, String set, Optional<User> user, Way way, double value) {
    values.computeIfAbsent(new Key(kind, set, user, way), key -> new ArrayList<>()).add(value);
  }

  /** One value per split, in their order. */
  double[] of(Kind kind, String set, Optional<User> user, Way way) {
    return values.getOrDefault(new Key(kind, set, user, way), List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** One value per split: the mean over sets that were split as often. */
  double[] meanOver(Kind kind, List<String> sets, Optional<User> user, Way way) {
    double[] mean = new double[of(kind, sets.get(0), user, way).length];
    for (String set : sets) {
      double[] own = of(kind, set, user, way);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += own[i] / sets.size();
      }
    }
    return mean;
  }

  /** The mean difference of one way to another with its interval over splits. */
  static ConfidenceInterval difference(double[] way, double[] other) {
    double[] differences = new double[way.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = way[i] - other[i];
    }
    return StudentInterval.mean(differences);
  }
}
