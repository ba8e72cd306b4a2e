package io.civae.internal.augment;

import io.civae.augment.SyntheticAudit;
import java.util.List;

/** Writes down what is known of synthetic observations of one class. */
final class Auditing {

  /** So many features are compared before looking whether a member is too far already. */
  private static final int STRIDE = 64;

  private final ClassMaterial material;

  Auditing(ClassMaterial material) {
    this.material = material;
  }

  List<SyntheticAudit> audit(List<Candidate> made) {
    // Here, not in the threads below: it may have to be read from the source first.
    float[][] real = material.observations();
    return made.stream().parallel().map(candidate -> audit(candidate, real)).toList();
  }

  private SyntheticAudit audit(Candidate candidate, float[][] real) {
    Draft draft = candidate.draft();
    int[] members = material.encoded().members();
    float[] x = candidate.observation();
    int nearest = draft.first();
    double best = squared(x, real[nearest], Double.POSITIVE_INFINITY);
    for (int i = 0; i < real.length; i++) {
      double distance = squared(x, real[i], best);
      if (distance < best || (distance == best && i < nearest)) {
        best = distance;
        nearest = i;
      }
    }
    return new SyntheticAudit(
        material.className(),
        members[draft.first()],
        members[draft.second()],
        draft.t(),
        candidate.probability(),
        candidate.margin(),
        candidate.holeScore(),
        members[nearest],
        Math.sqrt(best),
        candidate.adjusted());
  }

  /** The squared distance, or something above {@code enough} if it is above that. */
  private static double squared(float[] a, float[] b, double enough) {
    double sum = 0;
    for (int from = 0; from < a.length && sum <= enough; from += STRIDE) {
      int to = Math.min(a.length, from + STRIDE);
      for (int f = from; f < to; f++) {
        double difference = (double) a[f] - b[f];
        sum += difference * difference;
      }
    }
    return sum;
  }
}
