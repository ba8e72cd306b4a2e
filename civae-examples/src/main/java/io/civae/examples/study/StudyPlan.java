package io.civae.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every training of a study, in order.
 *
 * @param models seed by seed, so that every model has been seen early
 * @param sweep over α and β; empty unless asked for
 * @param semiSupervised with few labels; empty unless asked for
 */
record StudyPlan(
    List<RunSpec> models, List<RunSpec> sweep, List<SemiSupervised.Line> semiSupervised) {

  static StudyPlan of(StudySettings settings, StudyData data) {
    List<RunSpec> models = new ArrayList<>();
    for (int seed = 1; seed <= settings.seeds(); seed++) {
      for (StudyRow row : StudyRow.values()) {
        if (settings.has(row)) {
          models.add(settings.spec(row, seed, data));
        }
      }
    }
    return new StudyPlan(
        models,
        settings.sweep() ? Sweep.plan(settings, data) : List.of(),
        settings.semiSupervised() ? new SemiSupervised(settings, data).plan() : List.of());
  }

  /** All of them, one that serves twice once. */
  List<RunSpec> all() {
    Map<String, RunSpec> byName = new LinkedHashMap<>();
    Stream.of(
            models.stream(),
            sweep.stream(),
            semiSupervised.stream().flatMap(line -> line.runs().stream()))
        .flatMap(part -> part)
        .forEach(spec -> byName.putIfAbsent(spec.name(), spec));
    return List.copyOf(byName.values());
  }
}
