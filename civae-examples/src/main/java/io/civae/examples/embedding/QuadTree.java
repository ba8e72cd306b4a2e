package io.civae.examples.embedding;

import java.util.Arrays;

/**
 * Points of the plane in nested squares, each of which knows the middle and the number of its
 * points (Barnes and Hut, 1986). Not thread-safe.
 */
final class QuadTree {

  /** Deeper squares would be smaller than what doubles tell apart: points there count as one. */
  private static final int MAX_DEPTH = 48;

  private static final int NONE = 0;

  private final double span;
  private int size = 1;
  private int[] children;
  private int[] counts;
  private double[] sumsX;
  private double[] sumsY;

  QuadTree(double[] xs, double[] ys) {
    int capacity = Math.max(64, 4 * xs.length);
    children = new int[4 * capacity];
    counts = new int[capacity];
    sumsX = new double[capacity];
    sumsY = new double[capacity];
    double minX = Arrays.stream(xs).min().orElse(0);
    double minY = Arrays.stream(ys).min().orElse(0);
    double wide = Arrays.stream(xs).max().orElse(0) - minX;
    double high = Arrays.stream(ys).max().orElse(0) - minY;
    span = Math.max(Math.max(wide, high), Double.MIN_NORMAL);
    for (int i = 0; i < xs.length; i++) {
      insert(xs[i], ys[i], minX + span / 2, minY + span / 2);
    }
  }

  private void insert(double x, double y, double rootX, double rootY) {
    int node = 0;
    double centerX = rootX;
    double centerY = rootY;
    double half = span / 2;
    for (int depth = 0; ; depth++) {
      boolean leaf = isLeaf(node);
      int before = counts[node];
      double oldX = sumsX[node];
      double oldY = sumsY[node];
      counts[node]++;
      sumsX[node] += x;
      sumsY[node] += y;
      boolean same = before > 0 && oldX == x * before && oldY == y * before;
      if (leaf && (before == 0 || same || depth == MAX_DEPTH)) {
        return;
      }
      if (leaf) {
        // Its point, or its coincident points, move down before the new one does.
        int child = child(node, quadrant(oldX / before, oldY / before, centerX, centerY));
        counts[child] = before;
        sumsX[child] = oldX;
        sumsY[child] = oldY;
      }
      int quadrant = quadrant(x, y, centerX, centerY);
      half /= 2;
      centerX += (quadrant & 1) == 0 ? -half : half;
      centerY += (quadrant & 2) == 0 ? -half : half;
      node = child(node, quadrant);
    }
  }

  private static int quadrant(double x, double y, double centerX, double centerY) {
    return (x > centerX ? 1 : 0) + (y > centerY ? 2 : 0);
  }

  private boolean isLeaf(int node) {
    for (int q = 0; q < 4; q++) {
      if (children[4 * node + q] != NONE) {
        return false;
      }
    }
    return true;
  }

  private int child(int node, int quadrant) {
    int at = 4 * node + quadrant;
    if (children[at] == NONE) {
      if (size == counts.length) {
        children = Arrays.copyOf(children, 8 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        sumsX = Arrays.copyOf(sumsX, 2 * size);
        sumsY = Arrays.copyOf(sumsY, 2 * size);
      }
      children[at] = size++;
    }
    return children[at];
  }

  /**
   * Adds up the repulsion of all points on one of them: {@code force = Σ q² (y − y_j)} with {@code
   * q = 1 / (1 + ‖y − y_j‖²)}. Squares that look smaller than {@code theta} count as one point.
   *
   * @param force receives the two components
   * @return {@code Σ q}, the point itself left out
   */
  double repulsion(double x, double y, double theta, double[] force) {
    force[0] = 0;
    force[1] = 0;
    // The point is in the tree: it exerts no force on itself, but adds 1 to the sum.
    return repulsion(0, span, x, y, theta * theta, force) - 1;
  }

  private double repulsion(
      int node, double width, double x, double y, double theta2, double[] force) {
    int count = counts[node];
    double dx = x - sumsX[node] / count;
    double dy = y - sumsY[node] / count;
    double square = dx * dx + dy * dy;
    if (width * width < theta2 * square || isLeaf(node)) {
      double q = 1 / (1 + square);
      double strength = count * q * q;
      force[0] += strength * dx;
      force[1] += strength * dy;
      return count * q;
    }
    double sum = 0;
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      int child = children[4 * node + quadrant];
      if (child != NONE) {
        sum += repulsion(child, width / 2, x, y, theta2, force);
      }
    }
    return sum;
  }
}
