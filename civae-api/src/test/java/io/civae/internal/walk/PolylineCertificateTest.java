package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through three to five stops of models whose latents are their observations. */
class PolylineCertificateTest {

  private static final int MODELS = 40;
  private static final int WALKS = 10;

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void neverLetsACertifiedWalkLeaveItsClass(int stops) {
    int certified = 0;
    for (long seed = 0; seed < MODELS; seed++) {
      certified += certifiedWalks(1_000L * stops + seed, stops);
    }
    // Both kinds come, so that neither half of what is checked is empty.
    assertThat(certified).isBetween(MODELS * WALKS / 20, MODELS * WALKS * 19 / 20);
  }

  private static int certifiedWalks(long seed, int count) {
    Random random = new Random(seed);
    int h = 1 + random.nextInt(8);
    int k = 2 + random.nextInt(4);
    float[][] weight = new float[k][];
    float[] bias = new float[k];
    for (int c = 0; c < k; c++) {
      weight[c] = around(random, new float[h], 1);
      bias[c] = (float) random.nextGaussian();
    }
    List<String> names = IntStream.range(0, k).mapToObj(Integer::toString).toList();
    int certified = 0;
    try (TrainedModel model = HandMadeModels.identity(0, names, weight, bias)) {
      Walks walks = model.walks();
      for (int trial = 0; trial < WALKS; trial++) {
        float[] centre = around(random, new float[h], 3);
        double size = trial % 2 == 0 ? 0.3 : 2;
        float[][] stops =
            IntStream.range(0, count)
                .mapToObj(i -> around(random, centre, size))
                .toArray(float[][]::new);
        TraversalPath dense = walks.walk(Traversal.linear(), Spacing.points(1_000), stops);
        assertThat(dense.points()).isEqualTo(1_000);
        assertPasses(dense.latents(), stops);
        TraversalPath alone = walks.walk(Traversal.linear(), Spacing.points(1), stops);
        assertThat(alone.latents()).isDeepEqualTo(new float[][] {stops[0]});
        TraversalPath bare = walks.walk(Traversal.linear(), Spacing.points(count), stops);
        assertThat(bare.latents()).isDeepEqualTo(stops);
        for (TraversalPath other : List.of(alone, bare)) {
          assertThat(other.certifiedClass()).isEqualTo(dense.certifiedClass());
        }
        int shared = sharedClass(weight, bias, stops);
        if (dense.isCertified()) {
          certified++;
          assertThat(dense.certifiedClass()).contains(names.get(shared));
          assertThat(model.discriminator().predict(dense.latents()))
              .as("seed %s, trial %s", seed, trial)
              .containsOnly(names.get(shared));
        } else {
          assertThat(shared).as("seed %s, trial %s", seed, trial).isNegative();
        }
      }
    }
    return certified;
  }

  private static float[] around(Random random, float[] centre, double size) {
    float[] z = new float[centre.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = (float) (centre[j] + size * random.nextGaussian());
    }
    return z;
  }

  /** Each stop is a point of the walk, bit for bit, in order. */
  private static void assertPasses(float[][] walk, float[][] stops) {
    int next = 0;
    for (float[] z : walk) {
      if (next < stops.length && Arrays.equals(z, stops[next])) {
        next++;
      }
    }
    assertThat(next).isEqualTo(stops.length);
    assertThat(walk[0]).isEqualTo(stops[0]);
    assertThat(walk[walk.length - 1]).isEqualTo(stops[stops.length - 1]);
  }

  /** The class that leads at every stop by more than a matter of rounding, or −1. */
  private static int sharedClass(float[][] weight, float[] bias, float[][] stops) {
    return IntStream.range(0, bias.length)
        .filter(
            c -> IntStream.range(0, stops.length).allMatch(i -> leads(weight, bias, c, stops[i])))
        .findFirst()
        .orElse(-1);
  }

  private static boolean leads(float[][] weight, float[] bias, int c, float[] z) {
    return IntStream.range(0, bias.length)
        .filter(other -> other != c)
        .allMatch(other -> logit(weight, bias, c, z) - logit(weight, bias, other, z) > 1e-4);
  }

  private static double logit(float[][] weight, float[] bias, int c, float[] z) {
    double sum = bias[c];
    for (int j = 0; j < z.length; j++) {
      sum += (double) weight[c][j] * z[j];
    }
    return sum;
  }
}
