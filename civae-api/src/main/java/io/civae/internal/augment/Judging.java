package io.civae.internal.augment;

import io.civae.CiVaeModel;
import io.civae.augment.Rejection;
import io.civae.augment.RejectionReason;
import io.civae.internal.walk.EncodedClass;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges drafts of one class by their latents. */
final class Judging {

  private final CiVaeModel model;
  private final ClassMaterial material;
  private final Rejection rejection;
  private final boolean audited;
  private final double plausibleFrom;

  /** {@code audited} asks for every figure, also those that no rule needs. */
  Judging(CiVaeModel model, ClassMaterial material, Rejection rejection, boolean audited) {
    this.model = model;
    this.material = material;
    this.rejection = rejection;
    this.audited = audited;
    this.plausibleFrom = material.plausibleFrom(rejection.implausibleShare());
  }

  List<Candidate> judge(List<Draft> drafts) {
    float[][] latents = drafts.stream().map(Draft::latent).toArray(float[][]::new);
    float[][] probabilities =
        audited || rejection.minProbability() > 0
            ? model.discriminator().probabilities(latents)
            : new float[0][];
    int c = model.classNames().indexOf(material.className());
    EncodedClass encoded = material.encoded();
    boolean scored = audited || rejection.implausibleShare() > 0;
    return IntStream.range(0, latents.length)
        .parallel()
        .mapToObj(
            i -> {
              double probability = probabilities.length == 0 ? Double.NaN : probabilities[i][c];
              double margin = material.boundaries().margin(latents[i]);
              double score = scored ? encoded.density().logDensity(latents[i]) : Double.NaN;
              RejectionReason reason = reason(probability, margin, score);
              return new Candidate(drafts.get(i), probability, margin, score, reason);
            })
        .toList();
  }

  private @Nullable RejectionReason reason(double probability, double margin, double score) {
    if (rejection.rejectsOffClass() && !(margin > 0)) {
      return RejectionReason.OFF_CLASS;
    }
    if (rejection.minProbability() > 0 && !(probability >= rejection.minProbability())) {
      return RejectionReason.LOW_PROBABILITY;
    }
    if (rejection.implausibleShare() > 0 && !(score >= plausibleFrom)) {
      return RejectionReason.IMPLAUSIBLE;
    }
    return null;
  }
}
