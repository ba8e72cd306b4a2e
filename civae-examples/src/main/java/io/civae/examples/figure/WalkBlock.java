package io.civae.examples.figure;

import java.util.List;

/** The walks of several models between the same two observations of a class. */
final class WalkBlock {

  private final String className;
  private final float[] from;
  private final float[] to;
  private final List<WalkRow> walks;

  WalkBlock(String className, float[] from, float[] to, List<WalkRow> walks) {
    this.className = className;
    this.from = from;
    this.to = to;
    this.walks = walks;
  }

  String className() {
    return className;
  }

  float[] from() {
    return from;
  }

  float[] to() {
    return to;
  }

  List<WalkRow> walks() {
    return walks;
  }
}
