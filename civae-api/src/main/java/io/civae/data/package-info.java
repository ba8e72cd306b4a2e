/** Observations and their labels: matrices of features, labelled datasets and their splits. */
@NullMarked
package io.civae.data;

import org.jspecify.annotations.NullMarked;
