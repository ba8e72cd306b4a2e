/** How fast training and inference are on this machine, beside what its arithmetic allows. */
@NullMarked
package io.civae.examples.benchmark;

import org.jspecify.annotations.NullMarked;
