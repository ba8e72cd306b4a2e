package io.civae.internal.augment;

import io.civae.augment.Endpoints;
import io.civae.augment.Position;
import io.civae.internal.walk.LinearTraversal;
import io.civae.spi.SeededRandom;

/** Draws points of one class, one after another. Not thread-safe. */
final class Drafting {

  private final ClassMaterial material;
  private final Recipe recipe;
  private final SeededRandom random;

  Drafting(ClassMaterial material, Recipe recipe, SeededRandom random) {
    this.material = material;
    this.recipe = recipe;
    this.random = random;
  }

  Draft next() {
    float[][] mean = material.encoded().mean();
    if (mean.length == 1) {
      float[] z = mean[0].clone();
      addNoise(z, 0, 0, 0, 1);
      return new Draft(0, 0, 0, z);
    }
    int first = first(mean.length);
    int second = second(first, mean.length);
    Position position = recipe.position();
    double t = position.low() + (position.high() - position.low()) * random.nextDouble();
    float[] z = LinearTraversal.between(mean[first], mean[second], t);
    if (recipe.noise() > 0) {
      addNoise(z, first, second, t, recipe.noise());
    }
    return new Draft(first, second, t, z);
  }

  private int first(int members) {
    Endpoints endpoints = recipe.endpoints();
    if (endpoints.boundaryShare() == 1) {
      return random.nextInt(members);
    }
    int eligible = (int) Math.ceil(endpoints.boundaryShare() * members);
    return material.byMargin()[random.nextInt(eligible)];
  }

  private int second(int first, int members) {
    Endpoints endpoints = recipe.endpoints();
    if (endpoints.neighbours().isEmpty()) {
      return (first + 1 + random.nextInt(members - 1)) % members;
    }
    int[] nearest = material.neighbours(first, endpoints.neighbours().getAsInt());
    return nearest[random.nextInt(nearest.length)];
  }

  private void addNoise(float[] z, int first, int second, double t, double scale) {
    float[] a = material.encoded().logVariance()[first];
    float[] b = material.encoded().logVariance()[second];
    for (int j = 0; j < z.length; j++) {
      double variance = (1 - t) * StrictMath.exp(a[j]) + t * StrictMath.exp(b[j]);
      z[j] = (float) (z[j] + scale * Math.sqrt(variance) * random.nextGaussian());
    }
  }
}
