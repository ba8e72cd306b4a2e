/**
 * Honest measurement of any model on any data: errors, separability, judged walks, synthetic data,
 * intervals.
 */
@NullMarked
package io.civae.evaluation;

import org.jspecify.annotations.NullMarked;
