/** Pictures of observations, drawn without any font of the machine. */
@NullMarked
package io.civae.examples.picture;

import org.jspecify.annotations.NullMarked;
