package io.civae.internal.walk;

import io.civae.Decoder;
import io.civae.Traversal;
import io.civae.walk.PathShape;
import java.util.Arrays;

/** The straight line, bent until its decoded length stops shrinking. */
final class GeodesicTraversal implements Traversal {

  private final Decoder decoder;

  GeodesicTraversal(Decoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public float[][] latents(float[] from, float[] to, int points) {
    float[][] straight = LinearTraversal.INSTANCE.latents(from, to, points);
    if (points <= 2 || Arrays.equals(from, to)) {
      return straight;
    }
    DecodedCurve bent =
        DecodedCurve.through(decoder, new GeodesicEnergy(decoder, from, to).minimise());
    DecodedCurve line = DecodedCurve.through(decoder, new float[][] {from, to});
    if (!(bent.length() < line.length())) {
      return straight;
    }
    float[][] walk = bent.points(points);
    // Few points see little of a curve: their chords may favour the line all the same.
    return length(walk) <= length(straight) ? walk : straight;
  }

  private double length(float[][] latents) {
    return PathShape.of(decoder.decode(latents)).length();
  }

  @Override
  public String toString() {
    return "geodesic traversal";
  }
}
