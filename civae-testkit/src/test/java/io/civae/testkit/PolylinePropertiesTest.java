package io.civae.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.civae.CiVae;
import io.civae.CiVaeModel;
import io.civae.Traversal;
import io.civae.TraversalPath;
import io.civae.data.LabeledDataset;
import io.civae.walk.PathShape;
import io.civae.walk.Spacing;
import io.civae.walk.Walks;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for walks of every kind through several stops, and for steps of a length. */
class PolylinePropertiesTest {

  private static Map<String, Traversal> traversals(Walks walks, String className) {
    Map<String, Traversal> traversals = new LinkedHashMap<>();
    traversals.put("linear", Traversal.linear());
    traversals.put("spherical", Traversal.spherical());
    traversals.put("normalised", Traversal.normalised());
    traversals.put("hole-aware", walks.holeAware(className));
    traversals.put("geodesic", walks.geodesic());
    return traversals;
  }

  private static float[][] stops(
      Walks walks, LabeledDataset data, String className, int count, Random random) {
    int[] members = data.indicesOf(className);
    return IntStream.range(0, count)
        .map(i -> members[random.nextInt(members.length)])
        .mapToObj(i -> walks.latentOf(data.observation(i)))
        .toArray(float[][]::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyKindPassesEveryStop(long seed) {
    LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {90, 40, 20}, seed);
    Random random = new Random(seed);
    int certified = 0;
    try (CiVaeModel model =
        CiVae.builder().latentDim(3).backend(new FakeBackend()).seed(seed).build().fit(data)) {
      Walks walks = model.walks(data);
      for (String name : data.classNames()) {
        for (Map.Entry<String, Traversal> kind : traversals(walks, name).entrySet()) {
          float[][] stops = stops(walks, data, name, 3 + random.nextInt(3), random);
          for (int points : new int[] {1, stops.length, 1_000}) {
            TraversalPath path = walks.walk(kind.getValue(), Spacing.points(points), stops);
            CiVaeAssertions.assertThat(path)
                .hasPoints(points)
                .hasFiniteObservations()
                .startsAt(stops[0], 0)
                .endsAt(points == 1 ? stops[0] : stops[stops.length - 1], 0);
            assertThat(passed(path.latents(), stops))
                .as("%s, %s points", kind.getKey(), points)
                .isEqualTo(points == 1 ? 1 : stops.length);
            if (path.isCertified()) {
              certified++;
              assertThat(kind.getKey()).isEqualTo("linear");
              CiVaeAssertions.assertThat(path)
                  .staysInClass(path.certifiedClass().orElseThrow(), model.classNames())
                  .hasMarginsAtLeast(0);
            }
          }
        }
      }
    }
    assertThat(certified).isPositive();
  }

  /**
   * How many stops, in order, are points of a walk bit for bit; the same stop twice counts twice.
   */
  private static int passed(float[][] walk, float[][] stops) {
    int next = 0;
    for (float[] z : walk) {
      while (next < stops.length && Arrays.equals(z, stops[next])) {
        next++;
        if (next < stops.length && !Arrays.equals(stops[next], stops[next - 1])) {
          break;
        }
      }
    }
    return next;
  }

  /**
   * A leg of length L has ⌈L / step⌉ steps, so they are no longer on the mean, and not too many.
   */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void stepsOfALengthSuitEveryKind(long seed) {
    LabeledDataset data = SyntheticDatasets.imbalancedTable(new int[] {90, 40, 20}, seed);
    Random random = new Random(seed);
    try (CiVaeModel model =
        CiVae.builder().latentDim(3).backend(new FakeBackend()).seed(seed).build().fit(data)) {
      Walks walks = model.walks(data);
      for (Map.Entry<String, Traversal> kind : traversals(walks, "0").entrySet()) {
        float[][] stops = stops(walks, data, "0", 3, random);
        double[] lengths =
            IntStream.range(0, 2)
                .mapToDouble(
                    leg -> length(kind.getValue().latents(stops[leg], stops[leg + 1], 2_000)))
                .toArray();
        for (double pieces : new double[] {0.5, 3.3, 40.7}) {
          double step = (lengths[0] + lengths[1]) / pieces;
          TraversalPath path = walks.walk(kind.getValue(), Spacing.step(step), stops);
          String as = kind.getKey() + ", " + pieces + " pieces";
          assertThat(passed(path.latents(), stops)).as(as).isEqualTo(3);
          double steps = path.points() - 1;
          // A curve is measured by 64 chords, which are a little shorter than it is.
          assertThat(steps).as(as).isGreaterThanOrEqualTo(0.97 * pieces);
          assertThat(steps).as(as).isLessThanOrEqualTo(pieces + 2);
          assertThat(path.shape().length()).as(as).isFinite();
          if (kind.getKey().equals("linear")) {
            assertThat(longest(path.latents())).isLessThanOrEqualTo(step * (1 + 1e-5));
          }
        }
        TraversalPath still =
            walks.walk(kind.getValue(), Spacing.step(0.1), stops[0], stops[0].clone());
        assertThat(List.of(still.latents())).hasSize(2).allMatch(z -> Arrays.equals(z, stops[0]));
      }
    }
  }

  private static double length(float[][] walk) {
    return PathShape.of(walk).length();
  }

  private static double longest(float[][] walk) {
    return IntStream.range(1, walk.length)
        .mapToDouble(i -> length(new float[][] {walk[i - 1], walk[i]}))
        .max()
        .orElseThrow();
  }
}
