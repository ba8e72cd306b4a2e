/** Programs to run and to read: the first program of the README and the command line's entrance. */
@NullMarked
package io.civae.examples;

import org.jspecify.annotations.NullMarked;
