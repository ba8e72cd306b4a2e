package io.civae.examples.figure;

import io.civae.examples.picture.AnimatedGif;
import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import io.civae.examples.picture.Tiles;
import java.util.ArrayList;
import java.util.List;

/** The points of a walk of square observations as pictures, to be seen one after the other. */
public final class WalkFrames {

  private static final int ENLARGED = 6;
  private static final int MILLIS = 80;

  private WalkFrames() {}

  /**
   * A picture of each point.
   *
   * @param points square observations, intensities in [0, 1] with 1 as ink; clipped
   * @param scale the size of a pixel; 1 for a page, which enlarges pictures by itself
   * @return as many pictures, {@code side × scale} wide and high
   * @throws IllegalArgumentException if a point is no square or {@code scale} is below 1
   */
  public static List<Picture> pictures(float[][] points, int scale) {
    if (scale < 1) {
      throw new IllegalArgumentException("scale (" + scale + ") must be at least 1");
    }
    List<Picture> pictures = new ArrayList<>();
    for (float[] point : points) {
      int side = Tiles.side(point.length) * scale;
      Canvas canvas = new Canvas(side, side);
      Tiles.draw(canvas, point, 0, 0, scale);
      pictures.add(canvas.picture());
    }
    return pictures;
  }

  /**
   * The walk as an animation, there and back again for ever, each pixel enlarged sixfold.
   *
   * @param points at least one
   * @return an animation of {@code 2·points − 2} frames, one when there is one point
   * @throws IllegalArgumentException if there is none, or one is no square
   */
  public static AnimatedGif animation(float[][] points) {
    List<Picture> there = pictures(points, ENLARGED);
    List<Picture> frames = new ArrayList<>(there);
    for (int i = there.size() - 2; i > 0; i--) {
      frames.add(there.get(i));
    }
    return AnimatedGif.of(frames, MILLIS);
  }
}
