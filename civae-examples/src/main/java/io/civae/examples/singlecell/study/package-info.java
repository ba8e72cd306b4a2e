/**
 * The study of single cells: a walk from one state to another within a cell type, gene by gene, and
 * what checks it.
 */
@NullMarked
package io.civae.examples.singlecell.study;

import org.jspecify.annotations.NullMarked;
