package io.civae.internal.augment;

import io.civae.augment.SyntheticAudit;
import java.util.List;

/** Writes down what is known of synthetic observations of one class. */
final class Auditing {

  private final ClassMaterial material;

  Auditing(ClassMaterial material) {
    this.material = material;
  }

  List<SyntheticAudit> audit(List<Candidate> made) {
    // Here, not in the threads below: observations may have to be read from the source first.
    NearestMember real = NearestMember.among(material.observations(), made.size());
    return made.stream().parallel().map(candidate -> audit(candidate, real)).toList();
  }

  private SyntheticAudit audit(Candidate candidate, NearestMember real) {
    Draft draft = candidate.draft();
    int[] members = material.encoded().members();
    float[] x = candidate.observation();
    int nearest = real.of(x, draft.t() < 0.5 ? draft.first() : draft.second());
    return new SyntheticAudit(
        material.className(),
        members[draft.first()],
        members[draft.second()],
        draft.t(),
        candidate.probability(),
        candidate.margin(),
        candidate.holeScore(),
        members[nearest],
        Math.sqrt(real.squaredDistance(x, nearest)),
        candidate.adjusted());
  }
}
