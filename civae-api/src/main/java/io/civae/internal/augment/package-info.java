/** Labelled synthetic observations from walks inside a class. */
@NullMarked
package io.civae.internal.augment;

import org.jspecify.annotations.NullMarked;
