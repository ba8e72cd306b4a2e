/** Likelihoods of counts beside squared errors of logarithms, compared on real cells. */
@NullMarked
package io.civae.examples.singlecell.counts;

import org.jspecify.annotations.NullMarked;
