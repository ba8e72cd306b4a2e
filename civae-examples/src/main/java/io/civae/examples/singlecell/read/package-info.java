/** Readers of single-cell files: 10x MatrixMarket folders, AnnData, delimited tables. */
@NullMarked
package io.civae.examples.singlecell.read;

import org.jspecify.annotations.NullMarked;
