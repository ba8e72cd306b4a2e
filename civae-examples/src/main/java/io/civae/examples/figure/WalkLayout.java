package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Ink;
import io.civae.examples.picture.Tiles;
import java.util.List;

/** Where the parts of a figure of walks stand, and how they are drawn. */
final class WalkLayout {

  private static final int TILE_SCALE = 4;
  private static final int GAP = 8;
  private static final int GROUP_GAP = 26;
  private static final int LINE = 26;
  private static final int SCALE = 2;
  private static final int CLASS_SCALE = 4;

  /** The frame of a point that the judge puts in another class. */
  private static final int ALARM_FRAME = 4;

  private final List<WalkBlock> blocks;
  private final int points;
  private final int top;
  private final int tile;
  private final int modelLeft;
  private final int realLeft;

  WalkLayout(List<WalkBlock> blocks, int points, int top) {
    this.blocks = blocks;
    this.points = points;
    this.top = top;
    tile = Tiles.side(blocks.get(0).from().length) * TILE_SCALE;
    int classes = 0;
    int models = 0;
    for (WalkBlock block : blocks) {
      classes = Math.max(classes, Canvas.textWidth(block.className(), CLASS_SCALE));
      for (WalkRow walk : block.walks()) {
        models = Math.max(models, Canvas.textWidth(walk.modelName(), SCALE));
      }
    }
    modelLeft = Heading.MARGIN + classes + GROUP_GAP;
    realLeft = modelLeft + models + GROUP_GAP;
  }

  private int pointLeft(int point) {
    return realLeft + tile + GROUP_GAP + point * (tile + GAP);
  }

  private int lastLeft() {
    return pointLeft(points) - GAP + GROUP_GAP;
  }

  int width() {
    int notes = 0;
    for (WalkBlock block : blocks) {
      for (WalkRow walk : block.walks()) {
        notes = Math.max(notes, Canvas.textWidth(walk.note(), SCALE));
      }
    }
    return lastLeft() + tile + (notes == 0 ? 0 : GROUP_GAP + notes) + Heading.MARGIN;
  }

  int firstTop() {
    return top + LINE;
  }

  int height() {
    return firstTop() + blocks.stream().mapToInt(this::blockHeight).sum() - GROUP_GAP + 14;
  }

  private int blockHeight(WalkBlock block) {
    return block.walks().size() * (tile + LINE) + GROUP_GAP;
  }

  void drawNames(Canvas canvas, List<String> pointNames) {
    Lettering.centred(canvas, "real", realLeft + tile / 2.0, top, SCALE, Ink.GREY);
    Lettering.centred(canvas, "real", lastLeft() + tile / 2.0, top, SCALE, Ink.GREY);
    for (int point = 0; point < points; point++) {
      double middle = pointLeft(point) + tile / 2.0;
      Lettering.centred(canvas, pointNames.get(point), middle, top, SCALE, Ink.GREY);
    }
  }

  /** Draws a class and returns where the next begins. */
  int draw(Canvas canvas, WalkBlock block, int blockTop) {
    int next = blockTop + blockHeight(block);
    int middle = (blockTop + next - GROUP_GAP - LINE) / 2;
    int classTop = middle - Canvas.capHeight(CLASS_SCALE) / 2;
    canvas.text(block.className(), Heading.MARGIN, classTop, CLASS_SCALE, Ink.BLACK);
    int rowTop = blockTop;
    for (WalkRow walk : block.walks()) {
      int textTop = rowTop + (tile - Canvas.capHeight(SCALE)) / 2;
      canvas.text(walk.modelName(), modelLeft, textTop, SCALE, Ink.BLACK);
      real(canvas, block.from(), realLeft, rowTop);
      for (int point = 0; point < points; point++) {
        point(canvas, block.className(), walk, point, rowTop);
      }
      real(canvas, block.to(), lastLeft(), rowTop);
      canvas.text(walk.note(), lastLeft() + tile + GROUP_GAP, textTop, SCALE, Palette.ALARM);
      rowTop += tile + LINE;
    }
    return next;
  }

  private void real(Canvas canvas, float[] observation, int left, int rowTop) {
    Tiles.draw(canvas, observation, left, rowTop, TILE_SCALE);
    canvas.frame(left - 1, rowTop - 1, tile + 2, tile + 2, 1, Ink.GREY);
  }

  private void point(Canvas canvas, String className, WalkRow walk, int point, int rowTop) {
    int left = pointLeft(point);
    Tiles.draw(canvas, walk.points().get(point), left, rowTop, TILE_SCALE);
    if (walk.verdicts().isEmpty()) {
      return;
    }
    String verdict = walk.verdicts().get(point);
    if (!verdict.equals(className)) {
      canvas.frame(left - 2, rowTop - 2, tile + 4, tile + 4, ALARM_FRAME, Palette.ALARM);
      String text =
          Canvas.textWidth("judge: " + verdict, SCALE) <= tile ? "judge: " + verdict : verdict;
      Lettering.centred(canvas, text, left + tile / 2.0, rowTop + tile + 6, SCALE, Palette.ALARM);
    }
  }
}
