package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Picture;
import io.civae.examples.picture.Tiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks within classes, the models' rows above each other with the same two real observations at
 * both sides. A point that the judge puts in another class is framed, with the class it sees.
 * Square observations, intensities in [0, 1] with 1 as ink; those outside are clipped. Not
 * thread-safe.
 */
public final class WalkGrid {

  private final Heading heading;
  private final List<String> pointNames;
  private final List<WalkBlock> blocks = new ArrayList<>();

  /**
   * A figure without walks yet.
   *
   * @param caption one short line
   * @param explanation further lines under it
   * @param pointNames the heading over each point, for instance {@code A, T1, T2, T3, B}
   */
  public WalkGrid(String caption, List<String> explanation, List<String> pointNames) {
    heading = new Heading(caption, explanation);
    this.pointNames = List.copyOf(pointNames);
  }

  /**
   * Adds the walks between two observations of a class.
   *
   * @param className the class; a verdict that is another is marked
   * @param from the real observation where the walks begin; not copied
   * @param to the real observation where they end; not copied
   * @param walks one for each model, from top to bottom, at least one
   * @throws IllegalArgumentException if there is no walk, one has not as many points as there are
   *     names, or sizes differ or are no square
   */
  public void addClass(String className, float[] from, float[] to, List<WalkRow> walks) {
    if (walks.isEmpty()) {
      throw new IllegalArgumentException("walks (0) of class " + className + " must be at least 1");
    }
    int pixels = blocks.isEmpty() ? from.length : blocks.get(0).from().length;
    requireSize(className, from, pixels);
    requireSize(className, to, pixels);
    for (WalkRow walk : walks) {
      if (walk.points().size() != pointNames.size()) {
        throw new IllegalArgumentException(
            "walk of %s in class %s has %d points for %d names"
                .formatted(walk.modelName(), className, walk.points().size(), pointNames.size()));
      }
      walk.points().forEach(point -> requireSize(className, point, pixels));
    }
    blocks.add(new WalkBlock(className, from, to, List.copyOf(walks)));
  }

  private static void requireSize(String className, float[] observation, int pixels) {
    Tiles.side(observation.length);
    if (observation.length != pixels) {
      throw new IllegalArgumentException(
          "class %s: an observation has %d pixels, others have %d"
              .formatted(className, observation.length, pixels));
    }
  }

  /**
   * Draws the figure.
   *
   * @return the picture
   * @throws IllegalStateException if no class was added
   */
  public Picture picture() {
    if (blocks.isEmpty()) {
      throw new IllegalStateException("no class was added");
    }
    WalkLayout layout = new WalkLayout(blocks, pointNames.size(), heading.height());
    Canvas canvas = new Canvas(Math.max(heading.width(), layout.width()), layout.height());
    heading.draw(canvas);
    layout.drawNames(canvas, pointNames);
    int top = layout.firstTop();
    for (WalkBlock block : blocks) {
      top = layout.draw(canvas, block, top);
    }
    return canvas.picture();
  }
}
