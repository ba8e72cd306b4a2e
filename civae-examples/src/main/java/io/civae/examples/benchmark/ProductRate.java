package io.civae.examples.benchmark;

/**
 * How fast a matrix product is.
 *
 * @param rows rows of the left matrix
 * @param inputs columns of the left matrix
 * @param outputs columns of the product
 * @param gflops 2 · rows · inputs · outputs operations over the median time, in 10⁹ a second
 */
record ProductRate(int rows, int inputs, int outputs, double gflops) {}
