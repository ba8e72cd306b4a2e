/**
 * How synthetic observations are made, judged and reported: the options and results of an
 * augmenter.
 */
@NullMarked
package io.civae.augment;

import org.jspecify.annotations.NullMarked;
