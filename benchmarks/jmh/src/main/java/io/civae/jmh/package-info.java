/** Micro-benchmarks of the forward pass in plain Java. */
package io.civae.jmh;
