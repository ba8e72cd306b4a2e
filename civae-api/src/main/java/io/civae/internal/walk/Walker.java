package io.civae.internal.walk;

import io.civae.Decoder;
import io.civae.LinearDiscriminator;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.walk.AggregatePosterior;
import io.civae.walk.Spacing;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Walks between latents and decodes, classifies and certifies what it passes. */
public final class Walker {

  private final Decoder decoder;
  private final @Nullable LinearDiscriminator discriminator;

  /**
   * A walker over a model's parts.
   *
   * @param decoder of the model
   * @param discriminator of the model, or null when it has none
   */
  public Walker(Decoder decoder, @Nullable LinearDiscriminator discriminator) {
    this.decoder = decoder;
    this.discriminator = discriminator;
  }

  /**
   * Walks without reference observations.
   *
   * @param traversal the way
   * @param spacing how densely
   * @param stops at least two latents
   * @return the walk
   */
  public TraversalPath walk(Traversal traversal, Spacing spacing, float[]... stops) {
    return walk(traversal, spacing, stops, null, null);
  }

  TraversalPath walk(
      Traversal traversal,
      Spacing spacing,
      float[][] stops,
      @Nullable String wanted,
      @Nullable EncodedClasses reference) {
    float[][] latents = new Legs(traversal, stops).latents(spacing);
    float[][] observations = decoder.decode(latents);
    return new DecodedPath(
        latents, observations, judge(traversal, stops, latents, wanted, reference));
  }

  private Verdict judge(
      Traversal traversal,
      float[][] stops,
      float[][] latents,
      @Nullable String wanted,
      @Nullable EncodedClasses reference) {
    if (discriminator == null) {
      return Verdict.none(latents.length);
    }
    float[][] probabilities = discriminator.probabilities(latents);
    String first = discriminator.predict(new float[][] {latents[0]})[0];
    String className = wanted == null ? first : wanted;
    double[] holeScores = new double[0];
    if (reference != null && reference.hasMembers(className)) {
      AggregatePosterior density = reference.get(className).density();
      holeScores = Arrays.stream(latents).mapToDouble(density::logDensity).toArray();
    }
    return new Verdict(
        probabilities,
        traversal.isStraight() ? certified(stops, discriminator) : Optional.empty(),
        Optional.of(className),
        discriminator.margins(latents, className),
        holeScores);
  }

  /** The class that every leg is certified to stay in. */
  static Optional<String> certified(float[][] stops, LinearDiscriminator discriminator) {
    OptionalInt top = OptionalInt.empty();
    for (int leg = 0; leg + 1 < stops.length; leg++) {
      OptionalInt here = Certificate.classOf(discriminator, stops[leg], stops[leg + 1]);
      if (here.isEmpty() || (leg > 0 && !here.equals(top))) {
        return Optional.empty();
      }
      top = here;
    }
    return top.isPresent()
        ? Optional.of(discriminator.classNames().get(top.getAsInt()))
        : Optional.empty();
  }
}
