package io.civae.examples.figure;

import io.civae.examples.picture.Canvas;
import io.civae.examples.picture.Marker;

/** How the points of a class look. */
record ClassStyle(int color, Marker marker) {

  /** The style of the i-th class; ten colours, then the same with other markers. */
  static ClassStyle of(int index) {
    Marker[] markers = {
      Marker.DISC, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND, Marker.PLUS, Marker.CROSS
    };
    int round = index / Palette.size();
    return new ClassStyle(Palette.color(index % Palette.size()), markers[(index + round) % 6]);
  }

  void draw(Canvas canvas, double x, double y, double radius, double opacity) {
    canvas.marker(marker, x, y, radius, color, opacity);
  }
}
