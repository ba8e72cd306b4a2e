package io.civae.examples.picture;

/** The shape of a point, so that classes differ by more than their colour. */
public enum Marker {
  /** A disc. */
  DISC {
    @Override
    double distance(double x, double y) {
      return Math.hypot(x, y) - 1;
    }
  },
  /** A square on its side. */
  SQUARE {
    @Override
    double distance(double x, double y) {
      return Math.max(Math.abs(x), Math.abs(y)) - 0.88;
    }
  },
  /** A triangle that points up. */
  TRIANGLE {
    @Override
    double distance(double x, double y) {
      return Math.max(y - 0.75, 0.88 * Math.abs(x) - 0.5 * y - 0.5);
    }
  },
  /** A square on its tip. */
  DIAMOND {
    @Override
    double distance(double x, double y) {
      return (Math.abs(x) + Math.abs(y) - 1.2) * 0.707;
    }
  },
  /** A triangle that points down. */
  TRIANGLE_DOWN {
    @Override
    double distance(double x, double y) {
      return TRIANGLE.distance(x, -y);
    }
  },
  /** An upright cross. */
  PLUS {
    @Override
    double distance(double x, double y) {
      double far = Math.max(Math.abs(x), Math.abs(y));
      double near = Math.min(Math.abs(x), Math.abs(y));
      return Math.max(far - 1.1, near - 0.36);
    }
  },
  /** A slanted cross. */
  CROSS {
    @Override
    double distance(double x, double y) {
      return PLUS.distance((x + y) * 0.707, (x - y) * 0.707);
    }
  },
  /** A circle that is empty inside. */
  RING {
    @Override
    double distance(double x, double y) {
      return Math.abs(Math.hypot(x, y) - 0.8) - 0.3;
    }
  };

  /** How far a point lies outside of the marker of radius 1 around (0, 0); negative inside. */
  abstract double distance(double x, double y);
}
