package io.civae.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.civae.CiVae;
import io.civae.CiVaeConfig;
import io.civae.Decoder;
import io.civae.OutputActivation;
import io.civae.Scaling;
import io.civae.Traversal;
import io.civae.fixture.HandMadeModels;
import io.civae.internal.model.TrainedModel;
import io.civae.walk.PathShape;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GeodesicTraversalTest {

  /** Decodes row by row. */
  private record Surface(UnaryOperator<float[]> map, int features) implements Decoder {

    @Override
    public float[][] decode(float[][] z) {
      float[][] x = new float[z.length][];
      for (int i = 0; i < z.length; i++) {
        x[i] = map.apply(z[i]);
      }
      return x;
    }

    @Override
    public int latentDim() {
      return 2;
    }

    @Override
    public int featureCount() {
      return features;
    }
  }

  private static double length(Decoder decoder, float[][] latents) {
    return PathShape.of(decoder.decode(latents)).length();
  }

  /** Longitude and latitude on a globe: at 0.8 rad north the way along the parallel is longer. */
  @Test
  void findsTheGreatCircle() {
    Decoder globe =
        new Surface(
            z ->
                new float[] {
                  (float) (Math.cos(z[0]) * Math.cos(z[1])),
                  (float) (Math.sin(z[0]) * Math.cos(z[1])),
                  (float) Math.sin(z[1])
                },
            3);
    float[] from = {0, 0.8f};
    float[] to = {2, 0.8f};
    double north = Math.sin(0.8f);
    double circle = Math.acos(north * north + (1 - north * north) * Math.cos(2));
    float[][] walk = new GeodesicTraversal(globe).latents(from, to, 200);
    assertThat(length(globe, walk)).isCloseTo(circle, within(0.002 * circle));
    assertThat(length(globe, Traversal.linear().latents(from, to, 200)))
        .isGreaterThan(1.1 * circle);
    assertThat(PathShape.of(globe.decode(walk)).smoothness().getAsDouble()).isLessThan(0.01);
  }

  @Test
  void staysStraightWhereTheDecoderIsLinear() {
    Decoder shear = new Surface(z -> new float[] {2 * z[0] + z[1], z[1], z[0] - 3 * z[1]}, 3);
    float[][] walk =
        new GeodesicTraversal(shear).latents(new float[] {-1, 4}, new float[] {3, 0}, 5);
    for (int i = 0; i < 5; i++) {
      assertThat(walk[i][0]).isCloseTo(-1 + i, within(1e-3f));
      assertThat(walk[i][1]).isCloseTo(4 - i, within(1e-3f));
    }
  }

  @Test
  void survivesADecoderThatDoesNotMove() {
    Decoder constant = new Surface(z -> new float[] {7, 7}, 2);
    float[] from = {-1, 4};
    float[] to = {3, 0};
    assertThat(new GeodesicTraversal(constant).latents(from, to, 5))
        .isDeepEqualTo(Traversal.linear().latents(from, to, 5));
  }

  /** Random networks with rectified units, on which no straight line is the shortest way. */
  @Test
  void isNeverLongerThanTheStraightLine() {
    int shorter = 0;
    for (int seed = 0; seed < 40; seed++) {
      CiVaeConfig config =
          CiVae.builder()
              .latentDim(1 + seed % 5)
              .hiddenLayers(12, 9)
              .epochs(1)
              .batchSize(2)
              .scaling(Scaling.STANDARD)
              .outputActivation(seed % 2 == 0 ? OutputActivation.LINEAR : OutputActivation.SIGMOID)
              .seed(seed)
              .config();
      try (TrainedModel model =
          new TrainedModel(HandMadeModels.contents(config, 7, List.of("a", "b")), null)) {
        Random random = new Random(seed);
        float[] from = latent(random, config.latentDim());
        float[] to = latent(random, config.latentDim());
        Traversal geodesic = model.walks().geodesic();
        for (int points : new int[] {1, 2, 3, 9, 257, 1000}) {
          float[][] walk = geodesic.latents(from, to, points);
          float[][] line = Traversal.linear().latents(from, to, points);
          assertThat(walk.length).isEqualTo(points);
          assertThat(walk[0]).isEqualTo(from);
          assertThat(walk[points - 1]).isEqualTo(points == 1 ? from : to);
          assertThat(length(model.decoder(), walk))
              .isLessThanOrEqualTo(length(model.decoder(), line) * (1 + 1e-6));
          assertThat(geodesic.latents(from, to, points)).isDeepEqualTo(walk);
        }
        shorter +=
            length(model.decoder(), geodesic.latents(from, to, 257))
                    < 0.98 * length(model.decoder(), Traversal.linear().latents(from, to, 257))
                ? 1
                : 0;
        assertThat(geodesic.latents(from, from.clone(), 4)[2]).isEqualTo(from);
        assertThat(model.traverse(new float[7], new float[7], geodesic, 4).points()).isEqualTo(4);
      }
    }
    assertThat(shorter).isGreaterThan(10);
  }

  private static float[] latent(Random random, int h) {
    float[] z = new float[h];
    for (int j = 0; j < h; j++) {
      z[j] = (float) (2 * random.nextGaussian());
    }
    return z;
  }
}
