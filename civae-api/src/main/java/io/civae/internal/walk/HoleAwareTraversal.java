package io.civae.internal.walk;

import io.civae.CiVaeModel;
import io.civae.Decoder;
import io.civae.Traversal;
import io.civae.spi.SeededRandom;
import io.civae.walk.Walks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shortest decoded way along real observations, smoothed; the straight line where there is none
 * to go by.
 */
final class HoleAwareTraversal implements Traversal {

  /** The graph's cost grows with the square of its nodes. */
  static final int MOST_NODES = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);

  private static final int CUTS = 3;
  private static final long STREAM = 0x484F_4C45L;

  private final Decoder decoder;

  /** Null when the discriminator puts no member in the class: others would lead out of it. */
  private final @Nullable DecodedGraph graph;

  private final String className;

  private HoleAwareTraversal(Decoder decoder, @Nullable DecodedGraph graph, String className) {
    this.decoder = decoder;
    this.graph = graph;
    this.className = className;
  }

  static HoleAwareTraversal of(CiVaeModel model, EncodedClasses reference, String className) {
    float[][] all = reference.get(className).mean();
    int wanted = model.classNames().indexOf(className);
    int[] predicted = model.discriminator().predictIndices(all);
    int[] chosen = IntStream.range(0, all.length).filter(i -> predicted[i] == wanted).toArray();
    if (chosen.length == 0) {
      LOG.warn(
          "class \"{}\": the discriminator puts none of its {} observations there; walks go straight",
          className,
          all.length);
      return new HoleAwareTraversal(model.decoder(), null, className);
    }
    if (chosen.length > MOST_NODES) {
      SeededRandom.of(model.config().seed(), STREAM, wanted).shuffle(chosen);
      chosen = Arrays.copyOf(chosen, MOST_NODES);
    }
    float[][] nodes = Arrays.stream(chosen).mapToObj(i -> all[i]).toArray(float[][]::new);
    return new HoleAwareTraversal(
        model.decoder(), DecodedGraph.of(model.decoder(), nodes, className), className);
  }

  @Override
  public float[][] latents(float[] from, float[] to, int points) {
    if (graph == null || points <= 2 || from.length != to.length || Arrays.equals(from, to)) {
      return LinearTraversal.INSTANCE.latents(from, to, points);
    }
    float[][] corners = graph.corners(from, to);
    for (int cut = 0; cut < CUTS && corners.length > 2; cut++) {
      corners = cut(corners);
    }
    return DecodedCurve.through(decoder, corners).points(points);
  }

  /** Each corner gives way to two points on its sides: all stay between the old corners. */
  private static float[][] cut(float[][] corners) {
    int last = corners.length - 1;
    float[][] cut = new float[2 * last][];
    for (int i = 0; i < last; i++) {
      cut[2 * i] = i == 0 ? corners[0] : LinearTraversal.between(corners[i], corners[i + 1], 0.25);
      cut[2 * i + 1] =
          i == last - 1 ? corners[last] : LinearTraversal.between(corners[i], corners[i + 1], 0.75);
    }
    return cut;
  }

  @Override
  public String toString() {
    return "hole-aware traversal of class \"" + className + "\"";
  }
}
