package io.civae.internal.walk;

import io.civae.Decoder;
import io.civae.LinearDiscriminator;
import io.civae.Traversal;
import io.civae.TraversalPath;
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
   * Walks.
   *
   * @param from a latent
   * @param to a latent
   * @param traversal the way
   * @param points at least 1
   * @return the walk
   */
  public TraversalPath walk(float[] from, float[] to, Traversal traversal, int points) {
    float[][] given = traversal.latents(from.clone(), to.clone(), points);
    if (given.length != points) {
      throw new IllegalStateException(
          traversal + " gave " + given.length + " points where " + points + " were asked for");
    }
    // A traversal of someone else may keep the arrays it gave.
    float[][] latents = Arrays.stream(given).map(float[]::clone).toArray(float[][]::new);
    float[][] observations = decoder.decode(latents);
    if (discriminator == null) {
      return new DecodedPath(latents, observations, new float[points][0], Optional.empty());
    }
    Optional<String> certified = Optional.empty();
    if (traversal.isStraight()) {
      OptionalInt top = Certificate.classOf(discriminator, from, to);
      if (top.isPresent()) {
        certified = Optional.of(discriminator.classNames().get(top.getAsInt()));
      }
    }
    return new DecodedPath(latents, observations, discriminator.probabilities(latents), certified);
  }
}
