/** Statistics of the single-cell study: trends, tests, and agreement of rankings. */
@NullMarked
package io.civae.examples.singlecell.statistics;

import org.jspecify.annotations.NullMarked;
