package io.civae.internal.augment;

import io.civae.augment.RejectionReason;
import io.civae.augment.SyntheticAudit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Synthetic observations of one or more classes, gathered class by class. Not thread-safe. */
final class Batch {

  private final List<float[]> observations = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<SyntheticAudit> audits = new ArrayList<>();
  private final Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);

  void add(
      String className,
      List<Candidate> made,
      List<SyntheticAudit> known,
      Map<RejectionReason, Integer> thrownAway) {
    for (Candidate candidate : made) {
      observations.add(candidate.observation());
      labels.add(className);
    }
    audits.addAll(known);
    thrownAway.forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
  }

  int size() {
    return observations.size();
  }

  float[][] observations() {
    return observations.toArray(float[][]::new);
  }

  List<String> labels() {
    return labels;
  }

  List<SyntheticAudit> audits() {
    return audits;
  }

  Map<RejectionReason, Integer> rejected() {
    return rejected;
  }
}
