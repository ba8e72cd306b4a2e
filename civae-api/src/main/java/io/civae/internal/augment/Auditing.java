package io.civae.internal.augment;

import io.civae.augment.SyntheticAudit;
import java.util.List;

/** Writes down what is known of synthetic observations of one class. */
final class Auditing {

  private final ClassMaterial material;
  private final NearestMember real;

  private Auditing(ClassMaterial material, NearestMember real) {
    this.material = material;
    this.real = real;
  }

  /** For about so many observations; reads the members from the source if nobody did yet. */
  static Auditing of(ClassMaterial material, int observations) {
    return new Auditing(material, NearestMember.among(material.observations(), observations));
  }

  List<SyntheticAudit> audit(List<Candidate> made) {
    return made.stream().parallel().map(this::audit).toList();
  }

  SyntheticAudit audit(Candidate candidate) {
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
