/** Walks beyond a straight line between two points: what users ask of them and what they answer. */
@NullMarked
package io.civae.walk;

import org.jspecify.annotations.NullMarked;
