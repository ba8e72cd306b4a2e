/** Handwriting: how digits are written with pen strokes and drawn as pixels. */
@NullMarked
package io.civae.testkit.internal.digit;

import org.jspecify.annotations.NullMarked;
