/** Points of many dimensions laid out in two or three, to be looked at. */
@NullMarked
package io.civae.examples.embedding;

import org.jspecify.annotations.NullMarked;
