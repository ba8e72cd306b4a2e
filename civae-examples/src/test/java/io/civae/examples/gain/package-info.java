/** What augmentation is worth to a classifier: the comparison behind docs/augmentation-gain.md. */
@NullMarked
package io.civae.examples.gain;

import org.jspecify.annotations.NullMarked;
