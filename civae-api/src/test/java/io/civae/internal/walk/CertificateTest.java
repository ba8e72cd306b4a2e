package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Certificates of walks through models whose latents are their observations. */
class CertificateTest {

  private static TraversalPath walk(
      float[][] weight, float[] bias, float[] from, float[] to, int points) {
    List<String> names = IntStream.range(0, weight.length).mapToObj(c -> "class " + c).toList();
    try (TrainedModel model = HandMadeModels.identity(0, names, weight, bias)) {
      return model.traverse(from, to, Traversal.linear(), points);
    }
  }

  private static boolean certified(float[][] weight, float[] bias, float[] from, float[] to) {
    return walk(weight, bias, from, to, 2).isCertified();
  }

  @Test
  void namesTheClassThatBothEndsShare() {
    float[][] weight = {{1, 0}, {0, 1}, {-1, -1}};
    TraversalPath path = walk(weight, new float[3], new float[] {1, 3}, new float[] {-2, 2}, 5);
    assertThat(path.isCertified()).isTrue();
    assertThat(path.certifiedClass()).contains("class 1");
    assertThat(path.toString()).isEqualTo("TraversalPath[5 points, certified class 1]");
  }

  @Test
  void isRefusedWhenTheEndsDiffer() {
    float[][] weight = {{1, 0}, {0, 1}};
    TraversalPath path = walk(weight, new float[2], new float[] {2, 1}, new float[] {1, 2}, 3);
    assertThat(path.isCertified()).isFalse();
    assertThat(path.certifiedClass()).isEmpty();
    assertThat(path.toString()).isEqualTo("TraversalPath[3 points, certified no]");
  }

  @Test
  void isRefusedOnATieAtEitherEnd() {
    float[][] weight = {{1, 0}, {0, 1}};
    float[] tie = {1, 1};
    float[] first = {2, 1};
    assertThat(certified(weight, new float[2], tie, first)).isFalse();
    assertThat(certified(weight, new float[2], first, tie)).isFalse();
    assertThat(certified(weight, new float[2], tie, tie)).isFalse();
    assertThat(certified(weight, new float[2], first, first)).isTrue();
  }

  @Test
  void isRefusedWhenTheLeadIsWithinRounding() {
    float[][] weight = {{1, 0}, {0, 1}};
    float[] barely = {Math.nextUp(1f), 1};
    assertThat(certified(weight, new float[2], barely, barely)).isFalse();
    assertThat(certified(weight, new float[2], new float[] {1.0001f, 1}, new float[] {1.0001f, 1}))
        .isTrue();
  }

  /** All float products are 0, so the first class is predicted, though class 1 leads on paper. */
  @Test
  void isRefusedWhereProductsUnderflow() {
    float[][] weight = {{1e-30f}, {2e-30f}};
    float[] z = {1e-20f};
    assertThat(certified(weight, new float[2], z, z)).isFalse();
    try (TrainedModel model = HandMadeModels.identity(0, List.of("a", "b"), weight, new float[2])) {
      assertThat(model.discriminator().predict(new float[][] {z})).containsExactly("a");
    }
  }

  /** Both float logits are infinite, so the first class is predicted. */
  @Test
  void isRefusedWhereLogitsOverflow() {
    float[][] weight = {{1e30f}, {2e30f}};
    float[] z = {1e30f};
    assertThat(certified(weight, new float[2], z, z)).isFalse();
    float[] cancelling = {1e30f, 1e30f};
    assertThat(
            certified(
                new float[][] {{1e30f, -1e30f}, {1, 1}}, new float[2], cancelling, cancelling))
        .isFalse();
  }

  @Test
  void isGivenForTheOnlyClassThereIs() {
    assertThat(certified(new float[][] {{1, 2}}, new float[1], new float[] {-9, 1}, new float[2]))
        .isTrue();
  }

  @Test
  void isRefusedForWalksThatAreNotStraight() {
    float[][] weight = {{1, 0}, {0, 1}};
    try (TrainedModel model = HandMadeModels.identity(0, List.of("a", "b"), weight, new float[2])) {
      float[] z = {5, 1};
      assertThat(model.traverse(z, z, Traversal.spherical(), 4).isCertified()).isFalse();
      Traversal someoneElses = (from, to, points) -> Traversal.linear().latents(from, to, points);
      assertThat(model.traverse(z, z, someoneElses, 4).isCertified()).isFalse();
    }
  }

  /**
   * Discriminators of any size, scale and bias, some with classes that differ by little more than
   * rounding; pairs of latents far and near, many of them close to the border of two classes.
   */
  @Test
  void neverLetsACertifiedWalkLeaveItsClass() {
    int certified = 0;
    for (long seed = 0; seed < 400; seed++) {
      certified += certifiedWalks(seed, 10);
    }
    assertThat(certified).isBetween(1000, 3000);
  }

  private static int certifiedWalks(long seed, int trials) {
    Random random = new Random(seed);
    int h = 1 + random.nextInt(seed % 4 == 0 ? 60 : 6);
    int k = 2 + random.nextInt(6);
    float[][] weight = new float[k][h];
    float[] bias = new float[k];
    double scale = Math.pow(10, random.nextInt(61) - 30);
    for (int c = 0; c < k; c++) {
      boolean twin = c > 0 && random.nextInt(3) == 0;
      for (int j = 0; j < h; j++) {
        weight[c][j] =
            twin
                ? weight[c - 1][j] * (1 + (random.nextInt(5) - 2) * 0x1.0p-23f)
                : (float) (scale * random.nextGaussian());
      }
      bias[c] = twin ? bias[c - 1] : (float) (scale * random.nextGaussian() * random.nextInt(3));
    }
    List<String> names = IntStream.range(0, k).mapToObj(Integer::toString).toList();
    int certified = 0;
    try (TrainedModel model = HandMadeModels.identity(0, names, weight, bias)) {
      for (int trial = 0; trial < trials; trial++) {
        double size = Math.pow(10, random.nextInt(9) - 4);
        float[] from = latent(random, h, size);
        float[] to = trial % 2 == 0 ? latent(random, h, size) : nearby(random, from);
        TraversalPath path = model.traverse(from, to, Traversal.linear(), 200);
        if (path.isCertified()) {
          certified++;
          assertThat(Set.of(path.certifiedClass().orElseThrow()))
              .as("seed %s, trial %s", seed, trial)
              .isEqualTo(Set.copyOf(List.of(predictions(model, path))));
        } else {
          assertNotNeedlesslyRefused(weight, bias, from, to);
        }
      }
    }
    return certified;
  }

  private static String[] predictions(TrainedModel model, TraversalPath path) {
    return Arrays.stream(model.discriminator().predict(path.latents()))
        .distinct()
        .toArray(String[]::new);
  }

  private static float[] latent(Random random, int h, double size) {
    float[] z = new float[h];
    for (int j = 0; j < h; j++) {
      z[j] = (float) (size * random.nextGaussian());
    }
    return z;
  }

  private static float[] nearby(Random random, float[] z) {
    float[] other = z.clone();
    for (int j = 0; j < other.length; j++) {
      other[j] *= 1 + (random.nextInt(9) - 4) * 0x1.0p-20f;
    }
    return other;
  }

  /** A lead of a ten-thousandth of the logits' terms at both ends is no matter of rounding. */
  private static void assertNotNeedlesslyRefused(
      float[][] weight, float[] bias, float[] from, float[] to) {
    double terms = Math.max(terms(weight, bias, from), terms(weight, bias, to));
    boolean clear =
        top(weight, bias, from) == top(weight, bias, to)
            && Math.min(lead(weight, bias, from), lead(weight, bias, to)) > 1e-4 * terms
            && terms > 1e-30
            && terms < 1e30;
    assertThat(clear).isFalse();
  }

  private static double logit(float[] weight, float bias, float[] z) {
    double sum = bias;
    for (int j = 0; j < z.length; j++) {
      sum += (double) weight[j] * z[j];
    }
    return sum;
  }

  private static int top(float[][] weight, float[] bias, float[] z) {
    int top = 0;
    for (int c = 1; c < bias.length; c++) {
      if (logit(weight[c], bias[c], z) > logit(weight[top], bias[top], z)) {
        top = c;
      }
    }
    return top;
  }

  private static double lead(float[][] weight, float[] bias, float[] z) {
    int top = top(weight, bias, z);
    double lead = Double.POSITIVE_INFINITY;
    for (int c = 0; c < bias.length; c++) {
      if (c != top) {
        lead = Math.min(lead, logit(weight[top], bias[top], z) - logit(weight[c], bias[c], z));
      }
    }
    return lead;
  }

  private static double terms(float[][] weight, float[] bias, float[] z) {
    double largest = 0;
    for (int c = 0; c < bias.length; c++) {
      double sum = Math.abs(bias[c]);
      for (int j = 0; j < z.length; j++) {
        sum += Math.abs((double) weight[c][j] * z[j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
