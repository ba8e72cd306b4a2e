/**
 * Single cells as the programs see them: genes, annotated cells, and sparse counts read cell by
 * cell.
 */
@NullMarked
package io.civae.examples.singlecell;

import org.jspecify.annotations.NullMarked;
